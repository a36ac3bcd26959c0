using System.Diagnostics;

namespace Party.Actors;

/// <summary>A consumer whose handler has to wait: for a database, a file, a service.</summary>
/// <remarks>
/// <para>
/// Derive from it and override <see cref="HandleEventsAsync"/>. While that has not completed, the stage goes on to take
/// what other stages send it: events, ends of subscriptions, a drain. None of its own code runs between: messages for
/// its own behaviour and callbacks come when the handler has ended, before the next batch. So its state needs no lock,
/// and its context may be used after an await as before.
/// </para>
/// <para>
/// <c>PoisonPill</c>, <c>Kill</c> and <c>Context.Stop</c> do not wait for it: they cancel its token, and what it does
/// not end with then counts as not handled.
/// </para>
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
    /// <param name="cancellationToken">
    /// Cancelled when the stage is stopped or restarted. A handler that ends then without an exception has handled its
    /// batch.
    /// </param>
    protected abstract ValueTask HandleEventsAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken);

    private protected override void Handle(ReadOnlySpan<TEvent> events) => throw new UnreachableException();

    private protected override ValueTask HandleAsync(
        IReadOnlyList<TEvent> events, CancellationToken cancellationToken) =>
        HandleEventsAsync(events, cancellationToken);
}
