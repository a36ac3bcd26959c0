using System.Diagnostics;

namespace Party.Actors;

/// <summary>A stage that says how many events it can take, and handles them in batches.</summary>
/// <remarks>
/// Derive from it and override <see cref="HandleEvents"/>. Demand is automatic, unless the stage wants it otherwise:
/// work first, request after.
/// </remarks>
public abstract class Consumer<TEvent> : ConsumerStage<TEvent>
{
    /// <summary>A consumer that subscribes when it starts, and again after each restart.</summary>
    protected Consumer(params SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
    }

    /// <summary>Handles a batch of events; they are handled when it returns.</summary>
    /// <param name="events">
    /// At most max-demand − min-demand of them, in order; good until the handler returns. The sender is their producer.
    /// </param>
    protected abstract void HandleEvents(ReadOnlySpan<TEvent> events);

    private protected override void Handle(ReadOnlySpan<TEvent> events) => HandleEvents(events);

    private protected override ValueTask HandleAsync(
        IReadOnlyList<TEvent> events, CancellationToken cancellationToken) => throw new UnreachableException();
}
