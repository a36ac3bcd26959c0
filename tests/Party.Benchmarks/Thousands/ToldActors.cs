using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Thousands;

/// <summary>Plain actors, which are told every event, one after the other, by an actor.</summary>
internal sealed class ToldActors : IContender
{
    private readonly ActorSystem _system = Systems.Start();
    private readonly Audience _audience;
    private readonly IActorRef _speaker;

    public ToldActors(int count, int least)
    {
        Least = least;
        _audience = new(count);
        var listeners = Enumerable.Range(0, count)
            .Select(_ => _system.ActorOf(Props.Create(() => new Told(_audience))))
            .ToArray();
        _speaker = _system.ActorOf(Props.Create(() => new Telling(listeners)));
    }

    public string Name => "tell";

    public long Least { get; }

    public long Run(long count)
    {
        _audience.Expect(count);
        _speaker.Tell(new Speak(count), ActorRefs.NoSender);
        return _audience.Wait();
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private sealed class Told(Audience audience) : UntypedActor
    {
        private readonly Listener _listener = new(audience);

        protected override void OnReceive(object message) => _listener.Hear((long)message);
    }

    private sealed class Telling(IActorRef[] listeners) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var events = ((Speak)message).Events;
            for (var item = 0L; item < events; item++)
            {
                object shared = item;
                foreach (var listener in listeners)
                {
                    listener.Tell(shared, Self);
                }
            }
        }
    }
}
