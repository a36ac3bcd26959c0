using System.Diagnostics;

namespace Party.Actors;

/// <summary>A stage between two others: takes events, and emits what it makes of them.</summary>
/// <remarks>Derive from it and override <see cref="HandleEvents"/>.</remarks>
public abstract class ProducerConsumer<TIn, TOut> : ProducerConsumerStage<TIn, TOut>
{
    /// <summary>A stage with default options that subscribes when it starts, and again after each restart.</summary>
    protected ProducerConsumer(params SubscribeTo[] subscriptions)
        : this(new(), subscriptions)
    {
    }

    /// <summary>A stage with options that subscribes when it starts, and again after each restart.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    protected ProducerConsumer(ProducerOptions<TOut> options, params SubscribeTo[] subscriptions)
        : base(options, subscriptions)
    {
    }

    /// <summary>Handles a batch of events, and emits what comes of it; they are handled when it returns.</summary>
    /// <param name="events">
    /// At most max-demand − min-demand of them, in order; good until the handler returns.
    /// </param>
    protected abstract void HandleEvents(ReadOnlySpan<TIn> events);

    private protected override void Handle(ReadOnlySpan<TIn> events) => HandleEvents(events);

    private protected override ValueTask HandleAsync(
        IReadOnlyList<TIn> events, CancellationToken cancellationToken) => throw new UnreachableException();
}
