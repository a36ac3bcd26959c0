using System.Diagnostics;
using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Latency;

/// <summary>A producer emits an event; the consumer's handler tells it back, and the next is emitted.</summary>
internal sealed class MessageTraveller : EventTraveller
{
    public override string Name => "message";

    protected override Props Producer(long[] trips, Signal done) => Props.Create(() => new Guest(trips, done));

    protected override Props Consumer(IActorRef producer) => Party.Actors.Consumer.Props<Ball>(
        events =>
        {
            Handled(events.Length);
            producer.Tell(events[0], ActorRefs.NoSender);
        },
        new SubscribeTo(producer));

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
