using Party.Flows.Keys;

namespace Party.Flows;

/// <content>
/// What is worked out for every key. The events of a key meet in one stage: where the user has not chosen the stages by
/// <c>PartitionBy</c> or <c>Partition</c>, they go to the stages that own their keys first.
/// </content>
public partial class Flow<TEvent>
{
    private bool IsAtOwners =>
        Layer.Shape is { Reduced: null } shape && (shape.IsPartitioned || shape.Options.Stages == 1);

    /// <summary>Counts the events of every key; emitted at the end of the data.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="combinesFirst">
    /// Whether events are counted where they are, and what comes of that is sent to the stages that own the keys; true
    /// by default. Else every event is sent there.
    /// </param>
    public Flow<KeyValuePair<TKey, int>> CountBy<TKey>(
        Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer = null, bool combinesFirst = true)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return KeyedFlows.Count(Layer, IsAtOwners, nameof(CountBy), keySelector, comparer, combinesFirst);
    }

    /// <summary>Makes one state of the events of every key; emitted at the end of the data.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="seed">The state of a key of which nothing has come.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <param name="combine">
    /// Makes one state of two; none by default. Where it is given, states are made where the events are, and combined
    /// in the stages that own the keys; else every event is sent there.
    /// </param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    public Flow<KeyValuePair<TKey, TState>> AggregateBy<TKey, TState>(
        Func<TEvent, TKey> keySelector,
        Func<TKey, TState> seed,
        Func<TState, TEvent, TState> func,
        Func<TState, TState, TState>? combine = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return KeyedFlows.Aggregate(
            Layer,
            IsAtOwners,
            Folding.Rule(nameof(AggregateBy), KeyHash.For(comparer), seed, func, combine),
            keySelector);
    }

    /// <summary>The events of every key, a group of each; emitted at the end of the data.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="order">The order of the events of a group.</param>
    public Flow<IGrouping<TKey, TEvent>> GroupBy<TKey>(
        Func<TEvent, TKey> keySelector,
        IEqualityComparer<TKey>? comparer = null,
        GroupOrder order = GroupOrder.Arrival) => GroupBy(keySelector, static item => item, comparer, order);

    /// <summary>What is made of the events of every key, a group of each; emitted at the end of the data.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="elementSelector">What is made of an event.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="order">The order of the elements of a group.</param>
    public Flow<IGrouping<TKey, TElement>> GroupBy<TKey, TElement>(
        Func<TEvent, TKey> keySelector,
        Func<TEvent, TElement> elementSelector,
        IEqualityComparer<TKey>? comparer = null,
        GroupOrder order = GroupOrder.Arrival)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        ArgumentNullException.ThrowIfNull(elementSelector);
        return KeyedFlows.Group(
            Layer, IsAtOwners, nameof(GroupBy), keySelector, elementSelector, comparer, order);
    }

    /// <summary>The first of all events that are the same, as soon as it comes.</summary>
    /// <param name="comparer">Which events are the same; as they have it by default. None is null.</param>
    public Flow<TEvent> Distinct(IEqualityComparer<TEvent>? comparer = null) => KeyedFlows.Distinct(
        Layer, IsAtOwners, nameof(Distinct), KeyHash.For(comparer), static item => item);

    /// <summary>The first event of every key, as soon as it comes.</summary>
    /// <param name="keySelector">An event's key, never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    public Flow<TEvent> DistinctBy<TKey>(Func<TEvent, TKey> keySelector, IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return KeyedFlows.Distinct(Layer, IsAtOwners, nameof(DistinctBy), KeyHash.For(comparer), keySelector);
    }
}
