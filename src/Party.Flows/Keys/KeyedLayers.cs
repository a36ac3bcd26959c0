using Party.Demand.Partitions;
using Party.Flows.Building;
using Party.Flows.Operators;

namespace Party.Flows.Keys;

/// <summary>Brings events to the stages that own their keys.</summary>
internal static class KeyedLayers
{
    /// <summary>Finds the keys, in the stages where the events are.</summary>
    public static Layer<Keyed<TKey, TValue>> WithKeys<TEvent, TKey, TValue>(
        this Layer<TEvent> layer,
        string name,
        KeyHash<TKey> hash,
        Func<TEvent, TKey> keySelector,
        Func<TEvent, TValue> valueSelector) => layer.Then<Keyed<TKey, TValue>>(
            layer.Shape,
            (_, following) => new KeyOperator<TEvent, TKey, TValue>(name, hash, keySelector, valueSelector, following));

    /// <summary>The stages that own the keys, with the same options.</summary>
    public static Layer<Keyed<TKey, TValue>> AtOwners<TKey, TValue>(
        IReadOnlyList<Layer<Keyed<TKey, TValue>>> layers, FlowOptions options)
    {
        var hop = Hop<Keyed<TKey, TValue>>.Partitioned(
            "by key",
            static stages => PartitionSelector.ByIndex<Keyed<TKey, TValue>>(
                item => KeyHash<TKey>.StageOf(item.Hash, stages)));
        return new Layer<Keyed<TKey, TValue>, Keyed<TKey, TValue>>(
            new HopEntry<Keyed<TKey, TValue>>(layers, hop), new(options.Checked()), static (_, following) => following);
    }

    /// <summary>Adds an operator that keeps something for every window.</summary>
    public static Layer<TOut> Keeping<TIn, TOut>(
        this Layer<TIn> layer, string name, Func<PaneCell, Operator<TOut>, Operator<TIn>> make)
    {
        var section = layer.Shape.Section;
        return layer.Then<TOut>(
            layer.Shape.Then(name) with { Stateful = layer.Shape.Stateful ?? name },
            (scope, following) => make(scope.Cell(section), following));
    }

    /// <summary>What a window has come to is emitted: what follows knows nothing of the window.</summary>
    public static Layer<TOut> Emitted<TOut>(this Layer<TOut> layer, string name) => layer.Then<TOut>(
        layer.Shape with { Section = layer.Shape.Section + 1, Window = null, Reduced = name },
        static (_, following) => following);
}
