using System.Threading.Channels;
using Party.Actors;
using Party.Demand.Dispatching;
using Party.Flows.Sources;

namespace Party.Flows.Building;

/// <summary>Events that come when they come, which a producer reads.</summary>
internal static class StreamEntry
{
    /// <summary>An asynchronous sequence.</summary>
    public static Entry<TEvent> Of<TEvent>(string name, IAsyncEnumerable<TEvent> events) =>
        new PropsEntry<TEvent>(name, () => [Producer.From(Named.From(events), Options<TEvent>())]);

    /// <summary>A channel.</summary>
    public static Entry<TEvent> Of<TEvent>(string name, ChannelReader<TEvent> events) => new PropsEntry<TEvent>(
        name, () => [Producer.From(new NamedReader<TEvent>(events), Options<TEvent>())]);

    private static ProducerOptions<TEvent> Options<TEvent>() => new() { DemandMode = DemandMode.Accumulate };
}
