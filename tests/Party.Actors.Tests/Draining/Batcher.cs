using Akka.Actor;

namespace Party.Actors.Tests.Draining;

/// <summary>Keeps everything back until it is drained, and says of each batch that it has it.</summary>
internal sealed class Batcher(IActorRef test, SubscribeTo subscription) : ProducerConsumer<int, int>(subscription)
{
    private readonly List<HeldBatch> _held = [];
    private readonly List<int> _items = [];

    protected override Holding Holding => new(9);

    protected override void HandleEvents(ReadOnlySpan<int> events)
    {
        _items.AddRange(events);
        _held.Add(Hold());
        test.Tell(events.Length);
    }

    protected override void OnDraining()
    {
        _held.ForEach(Release);
        Emit([.. _items]);
    }
}
