using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Two actors; so many balls are in flight between them. Counts messages, two for a round trip.</summary>
internal sealed class PingPongActors : ActorContender
{
    private readonly int _inFlight;
    private readonly IActorRef _ponger;

    public PingPongActors(int inFlight)
    {
        _inFlight = inFlight;
        _ponger = System.ActorOf(Props.Create(() => new Host()));
    }

    public override long Run(long count)
    {
        var done = new Signal();
        var pinger = System.ActorOf(Props.Create(() => new Pinger(_ponger, _inFlight, count / 2, done)));
        var result = done.Wait();
        System.Stop(pinger);
        return result;
    }

    private sealed class Pinger : UntypedActor
    {
        private readonly IActorRef _ponger;
        private readonly int _inFlight;
        private readonly long _wanted;
        private readonly Signal _done;
        private long _served;
        private long _returned;

        public Pinger(IActorRef ponger, int inFlight, long wanted, Signal done)
        {
            _ponger = ponger;
            _inFlight = inFlight;
            _wanted = wanted;
            _done = done;
        }

        protected override void PreStart()
        {
            for (; _served < Math.Min(_inFlight, _wanted); _served++)
            {
                _ponger.Tell(Ball.Instance, Self);
            }
        }

        protected override void OnReceive(object message)
        {
            if (_served < _wanted)
            {
                _served++;
                _ponger.Tell(message, Self);
            }

            if (++_returned == _wanted)
            {
                _done.Set(2 * _returned);
            }
        }
    }
}
