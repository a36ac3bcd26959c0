using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Fanout;

/// <summary>Ours: a producer, its dispatcher, and four consumers that sum.</summary>
internal sealed class FourConsumers(DispatcherOptions<long> dispatcher, int maxDemand) : IContender
{
    private readonly ActorSystem _system = Systems.Start();

    public string Name => "ours";

    public long Run(long count)
    {
        var sums = new long[FanoutCase.Consumers];
        var producer = _system.ActorOf(
            Props.Create(() => new Counter(count, sums.Length, new() { Dispatcher = dispatcher })));
        for (var consumer = 0; consumer < sums.Length; consumer++)
        {
            var own = consumer;
            _system.ActorOf(Consumer.Props<long>(
                batch => sums[own] += Numbers.Sum(batch),
                new SubscribeTo(producer, new() { MaxDemand = maxDemand })));
        }

        return Finish.Await(producer, _system).Received == count ? sums.Sum() : -1;
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();
}
