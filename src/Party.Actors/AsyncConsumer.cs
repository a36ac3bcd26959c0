using System.Diagnostics;

namespace Party.Actors;

/// <summary>A consumer whose handler has to wait: for a database, a file, a service.</summary>
/// <remarks>
/// Derive from it and override <see cref="HandleEventsAsync"/>. While that has not completed, the stage handles no
/// other message, so that its state needs no lock; its context may be used after an await as before.
/// </remarks>
public abstract class AsyncConsumer<TEvent> : ConsumerStage<TEvent>
{
    /// <summary>A consumer that subscribes when it starts, and again after each restart.</summary>
    protected AsyncConsumer(params SubscribeTo[] subscriptions)
        : base(subscriptions)
    {
    }

    private protected override bool IsAsync => true;

    /// <summary>Handles a batch of events; they are handled when the task completes.</summary>
    /// <param name="events">At most max-demand − min-demand of them, in order; they may be kept.</param>
    protected abstract ValueTask HandleEventsAsync(IReadOnlyList<TEvent> events);

    private protected override void Handle(ReadOnlySpan<TEvent> events) => throw new UnreachableException();

    private protected override ValueTask HandleAsync(IReadOnlyList<TEvent> events) => HandleEventsAsync(events);
}
