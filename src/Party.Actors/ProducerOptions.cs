using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Actors;

/// <summary>How a producer shares its events out, and what it does with those that nobody asked for.</summary>
public sealed record ProducerOptions<TEvent>
{
    /// <summary>Who gets which event.</summary>
    /// <value>
    /// <see cref="DemandDispatcherOptions{TEvent}"/> by default: the consumer with the highest demand gets it.
    /// </value>
    public DispatcherOptions<TEvent> Dispatcher { get; init; } = new DemandDispatcherOptions<TEvent>();

    /// <summary>The stage buffer.</summary>
    /// <value>
    /// Null by default: 10,000 events of a producer, of which the newest survive an overflow; without bound in a
    /// producer-consumer, which asks for no more while its consumers do not.
    /// </value>
    public EventBufferOptions? Buffer { get; init; }

    /// <summary>Whether demand flows from the start, or waits until it is forwarded.</summary>
    /// <value><see cref="DemandMode.Forward"/> by default.</value>
    public DemandMode DemandMode
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"Expected {nameof(DemandMode)} to be forward or accumulate, got {value}.");
    }
}
