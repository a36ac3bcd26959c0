using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Thousands;

/// <summary>Ours: a producer with a broadcast dispatcher, and consumers that have all asked for events.</summary>
internal sealed class BroadcastConsumers : IContender
{
    private readonly ActorSystem _system = Systems.Start();
    private readonly Audience _audience;
    private readonly IActorRef _speaker;

    public BroadcastConsumers(int count, int maxDemand)
    {
        Least = count;
        var ready = new Signal();
        _audience = new(count);
        _speaker = _system.ActorOf(Props.Create(() => new Speaker(count, ready)));
        for (var one = 0; one < count; one++)
        {
            var listener = new Listener(_audience);
            _system.ActorOf(Consumer.Props<long>(
                listener.Hear, new SubscribeTo(_speaker, new() { MaxDemand = maxDemand })));
        }

        ready.Wait();
    }

    public string Name => "ours";

    public long Least { get; }

    public long Run(long count)
    {
        _audience.Expect(count);
        _speaker.Tell(new Speak(count), ActorRefs.NoSender);
        return _audience.Wait();
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();
}
