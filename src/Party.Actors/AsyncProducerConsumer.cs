using System.Diagnostics;

namespace Party.Actors;

/// <summary>A stage between two others whose handler has to wait.</summary>
/// <remarks>
/// Derive from it and override <see cref="HandleEventsAsync"/>. While that has not completed, the stage handles no
/// other message, so that its state needs no lock; its context may be used after an await as before.
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
    /// Handles a batch of events, and emits what comes of it; it is handed on when the task completes.
    /// </summary>
    /// <param name="events">At most max-demand − min-demand of them, in order; they may be kept.</param>
    protected abstract ValueTask HandleEventsAsync(IReadOnlyList<TIn> events);

    private protected override void Handle(ReadOnlySpan<TIn> events) => throw new UnreachableException();

    private protected override ValueTask HandleAsync(IReadOnlyList<TIn> events) => HandleEventsAsync(events);
}
