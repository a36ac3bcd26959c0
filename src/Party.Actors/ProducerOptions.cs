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

    /// <summary>
    /// Whether requests of several consumers that wait in the mailbox together are met together, in one step. Where
    /// they are not, each of them is met by itself, in the order they came, as GenStage does.
    /// </summary>
    /// <value>True by default. HOCON: <c>fold-requests</c>.</value>
    public bool FoldRequests { get; init; } = true;

    /// <summary>How often a stage that is watched publishes what is going on in it, while it does something.</summary>
    /// <value>1 s by default, more than 0. HOCON: <c>snapshot-interval</c>.</value>
    public TimeSpan SnapshotInterval
    {
        get;
        init => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"Expected {nameof(SnapshotInterval)} to be more than 0, got {value}. Set snapshot-interval.");
    } = TimeSpan.FromSeconds(1);

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
