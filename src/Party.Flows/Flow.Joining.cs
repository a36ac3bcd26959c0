using Party.Flows.Joins;
using Party.Flows.Windows;

namespace Party.Flows;

/// <content>
/// Two flows. Both are sent to the stages that own their keys, and kept there until their window is over: without one,
/// to the end of the data, so that both have to have one and to fit into memory. Reductions that follow in the same
/// stages work in the same window.
/// </content>
public partial class Flow<TEvent>
{
    /// <summary>Every pair of events of two flows that have the same key, as soon as both are there.</summary>
    /// <param name="inner">The other flow.</param>
    /// <param name="outerKeySelector">The key of an event of this flow, never null.</param>
    /// <param name="innerKeySelector">The key of an event of the other flow, never null.</param>
    /// <param name="resultSelector">What is made of a pair.</param>
    /// <param name="window">In which events meet; the whole data by default.</param>
    /// <param name="options">The stages that do it; like those of this flow by default.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    public Flow<TResult> Join<TInner, TKey, TResult>(
        Flow<TInner> inner,
        Func<TEvent, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TEvent, TInner, TResult> resultSelector,
        JoinWindow<TEvent, TInner>? window = null,
        FlowOptions? options = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Joining.Of(
            (Layer, outerKeySelector),
            (inner.Layer, innerKeySelector),
            new JoinRule<TEvent, TInner, TResult>(nameof(Join), resultSelector, Left: null, Right: null),
            window,
            options,
            comparer);
    }

    /// <summary>The same, and at the end of the window every event of this flow that has no partner.</summary>
    /// <inheritdoc cref="Join"/>
    public Flow<TResult> LeftJoin<TInner, TKey, TResult>(
        Flow<TInner> inner,
        Func<TEvent, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TEvent, TInner?, TResult> resultSelector,
        JoinWindow<TEvent, TInner>? window = null,
        FlowOptions? options = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Joining.Of(
            (Layer, outerKeySelector),
            (inner.Layer, innerKeySelector),
            new JoinRule<TEvent, TInner, TResult>(
                nameof(LeftJoin), resultSelector, outer => resultSelector(outer, default), Right: null),
            window,
            options,
            comparer);
    }

    /// <summary>The same, and at the end of the window every event of the other flow that has no partner.</summary>
    /// <inheritdoc cref="Join"/>
    public Flow<TResult> RightJoin<TInner, TKey, TResult>(
        Flow<TInner> inner,
        Func<TEvent, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TEvent?, TInner, TResult> resultSelector,
        JoinWindow<TEvent, TInner>? window = null,
        FlowOptions? options = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Joining.Of(
            (Layer, outerKeySelector),
            (inner.Layer, innerKeySelector),
            new JoinRule<TEvent, TInner, TResult>(
                nameof(RightJoin), resultSelector, Left: null, item => resultSelector(default, item)),
            window,
            options,
            comparer);
    }

    /// <summary>The same, and at the end of the window every event of either flow that has no partner.</summary>
    /// <inheritdoc cref="Join"/>
    public Flow<TResult> FullJoin<TInner, TKey, TResult>(
        Flow<TInner> inner,
        Func<TEvent, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TEvent?, TInner?, TResult> resultSelector,
        JoinWindow<TEvent, TInner>? window = null,
        FlowOptions? options = null,
        IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(resultSelector);
        return Joining.Of(
            (Layer, outerKeySelector),
            (inner.Layer, innerKeySelector),
            new JoinRule<TEvent, TInner, TResult>(
                nameof(FullJoin),
                resultSelector,
                outer => resultSelector(outer, default),
                item => resultSelector(default, item)),
            window,
            options,
            comparer);
    }
}
