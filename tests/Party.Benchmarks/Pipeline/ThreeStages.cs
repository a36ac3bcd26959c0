using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>Ours: a producer, a producer-consumer and a consumer, three actors.</summary>
internal sealed class ThreeStages(int maxDemand) : IContender
{
    private readonly ActorSystem _system = Systems.Start();

    public string Name => "ours";

    public long Run(long count)
    {
        var total = new Total(count);
        var counter = _system.ActorOf(Props.Create(() => new Counter(count, 1, new())));
        var mapper = _system.ActorOf(Props.Create(() => new Mapper(To(counter))));
        var last = _system.ActorOf(Consumer.Props<long>(total.Add, To(mapper)));
        var sum = total.Wait();
        Array.ForEach([last, mapper, counter], _system.Stop);
        return sum;
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private SubscribeTo To(IActorRef producer) => new(producer, new() { MaxDemand = maxDemand });

    private sealed class Mapper(SubscribeTo to) : ProducerConsumer<long, long>(to)
    {
        private readonly long[] _items = new long[Queues.Batch];

        protected override void HandleEvents(ReadOnlySpan<long> events)
        {
            var mapped = _items.AsSpan(0, events.Length);
            Numbers.Map(events, mapped);
            Emit(mapped);
        }
    }
}
