using System.Threading.Channels;
using Party.Actors;

namespace Party.Flows.Running;

/// <summary>Writes events to a channel, and takes no more while that is full.</summary>
internal sealed class ChannelConsumer<TEvent>(ChannelWriter<TEvent> writer) : AsyncConsumer<TEvent>
{
    /// <summary>What to start one with.</summary>
    public static Akka.Actor.Props Props(ChannelWriter<TEvent> writer) =>
        Akka.Actor.Props.Create(() => new ChannelConsumer<TEvent>(writer));

    /// <inheritdoc/>
    protected override async ValueTask HandleEventsAsync(
        IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        foreach (var item in events)
        {
            await writer.WriteAsync(item, cancellationToken);
        }
    }
}
