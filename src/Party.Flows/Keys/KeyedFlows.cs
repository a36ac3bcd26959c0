using Party.Flows.Building;

namespace Party.Flows.Keys;

/// <summary>What is worked out for every key, in the stages that own the keys.</summary>
internal static class KeyedFlows
{
    /// <summary>Counts the events of every key.</summary>
    public static Flow<KeyValuePair<TKey, int>> Count<TEvent, TKey>(
        Layer<TEvent> layer,
        bool isAtOwners,
        string name,
        Func<TEvent, TKey> keySelector,
        IEqualityComparer<TKey>? comparer,
        bool combinesFirst) => Keep(
            layer,
            isAtOwners,
            Counting.Rule(name, KeyHash.For(comparer)),
            keySelector,
            static _ => default(None),
            static (key, count, _) => KeyValuePair.Create(key, count),
            combinesFirst);

    /// <summary>Makes one state of the events of every key.</summary>
    public static Flow<KeyValuePair<TKey, TState>> Aggregate<TEvent, TKey, TState>(
        Layer<TEvent> layer,
        bool isAtOwners,
        KeyedRule<TKey, TEvent, TState> rule,
        Func<TEvent, TKey> keySelector) => Keep(
            layer,
            isAtOwners,
            rule,
            keySelector,
            static item => item,
            static (key, state, _) => KeyValuePair.Create(key, state),
            combinesFirst: rule.Combine is not null);

    /// <summary>Makes a group of the events of every key.</summary>
    public static Flow<IGrouping<TKey, TElement>> Group<TEvent, TKey, TElement>(
        Layer<TEvent> layer,
        bool isAtOwners,
        string name,
        Func<TEvent, TKey> keySelector,
        Func<TEvent, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer,
        GroupOrder order) => Keep(
            layer,
            isAtOwners,
            Folding.Group<TKey, TElement>(name, KeyHash.For(comparer)),
            keySelector,
            elementSelector,
            IGrouping<TKey, TElement> (key, elements, isDone) =>
                Group<TKey, TElement>.Of(key, elements, isDone, order),
            combinesFirst: false);

    /// <summary>Hands on the first event of every key.</summary>
    public static Flow<TEvent> Distinct<TEvent, TKey>(
        Layer<TEvent> layer, bool isAtOwners, string name, KeyHash<TKey> hash, Func<TEvent, TKey> keySelector) =>
        new(Distinct(layer.WithKeys(name, hash, keySelector, static item => item), isAtOwners, name, hash));

    /// <summary>Keeps something for every key, and emits it when its window fires.</summary>
    /// <param name="layer">Where the events are.</param>
    /// <param name="isAtOwners">Whether that is in the stages that own their keys.</param>
    /// <param name="rule">What is kept.</param>
    /// <param name="keySelector">An event's key.</param>
    /// <param name="valueSelector">What comes to it.</param>
    /// <param name="result">
    /// What is emitted of a key, what was kept for it, and whether the window is over with it.
    /// </param>
    /// <param name="combinesFirst">
    /// Whether it is kept for a while where the events are, if they are not at their owners.
    /// </param>
    private static Flow<TOut> Keep<TEvent, TKey, TValue, TKept, TOut>(
        Layer<TEvent> layer,
        bool isAtOwners,
        KeyedRule<TKey, TValue, TKept> rule,
        Func<TEvent, TKey> keySelector,
        Func<TEvent, TValue> valueSelector,
        Func<TKey, TKept, bool, TOut> result,
        bool combinesFirst)
    {
        var keyed = layer.WithKeys(rule.Name, rule.Hash, keySelector, valueSelector);
        if (isAtOwners || !combinesFirst)
        {
            return Emit(isAtOwners ? keyed : KeyedLayers.AtOwners([keyed], layer.Shape.Options), rule, result);
        }

        var step = $"{rule.Name}, combined here";
        var combined = keyed.Then<Keyed<TKey, TKept>>(
            keyed.Shape.Then(step) with { Stateful = keyed.Shape.Stateful ?? rule.Name },
            (_, following) => new CombineOperator<TKey, TValue, TKept>(rule, following));
        return Emit(KeyedLayers.AtOwners([combined], layer.Shape.Options), rule.Combining, result);
    }

    private static Layer<TEvent> Distinct<TEvent, TKey>(
        Layer<Keyed<TKey, TEvent>> keyed, bool isAtOwners, string name, KeyHash<TKey> hash)
    {
        if (!isAtOwners)
        {
            var few = keyed.Then<Keyed<TKey, TEvent>>(
                keyed.Shape.Then($"{name}, of late"), (_, following) => new FewOperator<TKey, TEvent>(hash, following));
            keyed = KeyedLayers.AtOwners([few], keyed.Shape.Options);
        }

        return keyed.Keeping<Keyed<TKey, TEvent>, TEvent>(
            name, (cell, following) => new DistinctOperator<TKey, TEvent>(hash, cell, following));
    }

    private static Flow<TOut> Emit<TKey, TValue, TKept, TOut>(
        Layer<Keyed<TKey, TValue>> keyed, KeyedRule<TKey, TValue, TKept> rule, Func<TKey, TKept, bool, TOut> result)
    {
        var kept = keyed.Keeping<Keyed<TKey, TValue>, TOut>(
            rule.Name,
            (cell, following) => new TableOperator<TKey, TValue, TKept, TOut>(rule, result, cell, following));
        return new(kept.Emitted(rule.Name));
    }
}
