using System.Diagnostics;
using Akka.Actor;
using Party.Benchmarks.Latency;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>An actor tells another one, which tells it back.</summary>
internal sealed class TellTraveller : ITraveller
{
    private readonly ActorSystem _system = Systems.Start();
    private readonly IActorRef _there;

    public TellTraveller() => _there = _system.ActorOf(Props.Create(() => new Host()));

    public string Name => "Tell";

    public void Travel(long[] trips)
    {
        var done = new Signal();
        var guest = _system.ActorOf(Props.Create(() => new Guest(_there, trips, done)));
        done.Wait();
        _system.Stop(guest);
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private sealed class Guest(IActorRef there, long[] trips, Signal done) : UntypedActor
    {
        private int _returned;
        private long _left;

        protected override void PreStart() => Leave();

        protected override void OnReceive(object message)
        {
            trips[_returned++] = Stopwatch.GetTimestamp() - _left;
            if (_returned < trips.Length)
            {
                Leave();
            }
            else
            {
                done.Set(_returned);
            }
        }

        private void Leave()
        {
            _left = Stopwatch.GetTimestamp();
            there.Tell(Ball.Instance, Self);
        }
    }
}
