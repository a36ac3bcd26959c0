using System.Diagnostics;

namespace Party.Actors;

/// <summary>A stage between two others whose handler has to wait.</summary>
/// <remarks>
/// <para>
/// Derive from it and override <see cref="HandleEventsAsync"/>. While that has not completed, the stage goes on to take
/// what other stages send it: events, demand, confirmations, ends of subscriptions, a drain. None of its own code runs
/// between: messages for its own behaviour and callbacks come when the handler has ended, before the next batch. So
/// its state needs no lock, and its context may be used after an await as before.
/// </para>
/// <para>
/// <c>PoisonPill</c>, <c>Kill</c> and <c>Context.Stop</c> do not wait for it: they cancel its token, and what it does
/// not end with then counts as not handled.
/// </para>
/// </remarks>
public abstract class AsyncProducerConsumer<TIn, TOut> : ProducerConsumerStage<TIn, TOut>
{
    /// <summary>A stage with default options that subscribes when it starts, and again after each restart.</summary>
    protected AsyncProducerConsumer(params SubscribeTo[] subscriptions)
        : this(new(), subscriptions)
    {
    }

    /// <summary>A stage with options that subscribes when it starts, and again after each restart.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected AsyncProducerConsumer(ProducerOptions<TOut> options, params SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
    }

    private protected override bool IsAsync => true;

    /// <summary>
    /// Handles a batch of events, and emits what comes of it; that is handed on at every await.
    /// </summary>
    /// <param name="events">At most max-demand − min-demand of them, in order; they may be kept.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the stage is stopped or restarted. A handler that ends then without an exception has handled its
    /// batch.
    /// </param>
    protected abstract ValueTask HandleEventsAsync(IReadOnlyList<TIn> events, CancellationToken cancellationToken);

    private protected override void Handle(ReadOnlySpan<TIn> events) => throw new UnreachableException();

    private protected override ValueTask HandleAsync(
        IReadOnlyList<TIn> events, CancellationToken cancellationToken) =>
        HandleEventsAsync(events, cancellationToken);
}
