using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;

namespace Party.Flows.Building;

/// <summary>How events get from the stages of one layer to those of the next.</summary>
/// <param name="Text">The same in a few words.</param>
/// <param name="DispatcherFor">The dispatcher, for so many stages.</param>
internal sealed record Hop<TEvent>(string Text, Func<int, DispatcherOptions<TEvent>> DispatcherFor)
{
    /// <summary>Whichever stage asks for most.</summary>
    public static Hop<TEvent> Shuffled { get; } =
        new("to whoever asks", static _ => new DemandDispatcherOptions<TEvent>());

    /// <summary>Every stage gets every event.</summary>
    public static Hop<TEvent> Broadcast { get; } =
        new("to all", static _ => new BroadcastDispatcherOptions<TEvent>());

    /// <summary>Every event has its stage.</summary>
    /// <param name="text">By what.</param>
    /// <param name="selectorFor">Chooses the stage, out of so many.</param>
    public static Hop<TEvent> Partitioned(string text, Func<int, PartitionSelector<TEvent>> selectorFor) => new(
        text,
        stages => stages == 1
            ? new DemandDispatcherOptions<TEvent>()
            : new PartitionDispatcherOptions<TEvent>
            {
                Partitions = PartitionNames.Numbered(stages),
                Selector = selectorFor(stages),
            });
}
