using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanin;

/// <summary>Ours: a consumer that has subscribed to four producers.</summary>
internal sealed class FourProducers(int maxDemand) : IContender
{
    private readonly ActorSystem _system = Systems.Start();

    public string Name => "ours";

    public long Run(long count)
    {
        var total = new Total(count);
        var each = count / FaninCase.Producers;
        var producers = Enumerable.Range(0, FaninCase.Producers)
            .Select(_ => _system.ActorOf(Props.Create(() => new Counter(each, 1, new()))))
            .ToArray();
        var to = Array.ConvertAll(producers, one => new SubscribeTo(one, new() { MaxDemand = maxDemand }));
        var consumer = _system.ActorOf(Consumer.Props<long>(total.Add, to));
        var sum = total.Wait();
        _system.Stop(consumer);
        Array.ForEach(producers, _system.Stop);
        return sum;
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();
}
