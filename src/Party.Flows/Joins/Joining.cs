using Party.Flows.Building;
using Party.Flows.Keys;
using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Joins;

/// <summary>Brings the events of two flows together, in the stages that own their keys.</summary>
internal static class Joining
{
    /// <summary>Joins two flows.</summary>
    public static Flow<TOut> Of<TLeft, TRight, TKey, TOut>(
        (Layer<TLeft> Layer, Func<TLeft, TKey> Key) left,
        (Layer<TRight> Layer, Func<TRight, TKey> Key) right,
        JoinRule<TLeft, TRight, TOut> rule,
        JoinWindow<TLeft, TRight>? window,
        FlowOptions? options,
        IEqualityComparer<TKey>? comparer)
    {
        ArgumentNullException.ThrowIfNull(left.Key, "outerKeySelector");
        ArgumentNullException.ThrowIfNull(right.Key, "innerKeySelector");
        var hash = KeyHash.For(comparer);
        var name = rule.Name;
        var keyed = KeyedLayers.AtOwners(
            [
                left.Layer.WithKeys(name, hash, left.Key, JoinSide<TLeft, TRight>.OfLeft),
                right.Layer.WithKeys(name, hash, right.Key, JoinSide<TLeft, TRight>.OfRight),
            ],
            options ?? left.Layer.Shape.Options);
        return new((window is null ? keyed : keyed.In(window, name, hash, left.Key, right.Key))
            .Keeping<Keyed<TKey, JoinSide<TLeft, TRight>>, TOut>(
                name,
                (cell, following) => new JoinOperator<TKey, TLeft, TRight, TOut>(rule, hash, cell, following)));
    }

    // A window looks at events, not at their keys: these are found anew behind it.
    private static Layer<Keyed<TKey, JoinSide<TLeft, TRight>>> In<TLeft, TRight, TKey>(
        this Layer<Keyed<TKey, JoinSide<TLeft, TRight>>> keyed,
        JoinWindow<TLeft, TRight> window,
        string name,
        KeyHash<TKey> hash,
        Func<TLeft, TKey> leftKey,
        Func<TRight, TKey> rightKey)
    {
        return keyed
            .Then<JoinSide<TLeft, TRight>>(
                keyed.Shape,
                static (_, following) =>
                    new SelectOperator<Keyed<TKey, JoinSide<TLeft, TRight>>, JoinSide<TLeft, TRight>>(
                        static item => item.Value, following))
            .In(window.ToWindow(), name)
            .WithKeys(name, hash, side => side.Match(leftKey, rightKey), static side => side);
    }
}
