using System.Collections.Immutable;
using Party.Demand.Dispatching;

namespace Party.Demand.Sharing;

/// <summary>Every event goes to all consumers, at the pace of the slowest.</summary>
public sealed record BroadcastDispatcherOptions<TEvent> : DispatcherOptions<TEvent>
{
    /// <summary>What consumers may choose among by name: from an event to whether they want it.</summary>
    /// <value>
    /// Empty by default. A consumer names one in <see cref="Subscriptions.SubscriptionOptions.Selector"/>; a function
    /// of its own could not cross a network.
    /// </value>
    public ImmutableDictionary<string, Func<TEvent, bool>> Selectors { get; init; } =
        ImmutableDictionary<string, Func<TEvent, bool>>.Empty;

    /// <inheritdoc/>
    public override IDispatcher<TEvent> Build() => new BroadcastDispatcher<TEvent>(this);
}
