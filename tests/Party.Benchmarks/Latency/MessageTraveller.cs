using System.Diagnostics;
using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Latency;

/// <summary>A producer emits an event; the consumer's handler tells it back, and the next is emitted.</summary>
internal sealed class MessageTraveller : ITraveller
{
    private readonly ActorSystem _system = Systems.Start();

    public string Name => "message";

    public void Travel(long[] trips)
    {
        var handled = 0;
        var done = new Signal();
        var producer = _system.ActorOf(Props.Create(() => new Guest(trips, done)));
        var consumer = _system.ActorOf(Consumer.Props<Ball>(
            events =>
            {
                handled += events.Length;
                producer.Tell(events[0], ActorRefs.NoSender);
            },
            new SubscribeTo(producer)));
        done.Wait();
        Array.ForEach([consumer, producer], _system.Stop);
        RequestTraveller.Expect(trips.Length, handled);
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private sealed class Guest : Producer<Ball>
    {
        private int _returned = -1;
        private long _left;

        public Guest(long[] trips, Signal done) => Receive<Ball>(_ =>
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
        });

        // There is demand for a thousand: the first of it starts the first trip.
        protected override void HandleDemand(DemandIncrement demand)
        {
            if (_returned < 0)
            {
                _returned = 0;
                Leave();
            }
        }

        private void Leave()
        {
            _left = Stopwatch.GetTimestamp();
            Emit(Ball.Instance);
        }
    }
}
