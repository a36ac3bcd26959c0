using System.Diagnostics;
using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Latency;

/// <summary>A producer emits an event; the consumer handles it and requests the next, which is emitted.</summary>
internal sealed class RequestTraveller : EventTraveller
{
    public override string Name => "request";

    protected override Props Producer(long[] trips, Signal done) => Props.Create(() => new Guest(trips, done));

    protected override Props Consumer(IActorRef producer) => Party.Actors.Consumer.Props<Ball>(
        events => Handled(events.Length), new SubscribeTo(producer, new() { MaxDemand = 1 }));

    private sealed class Guest(long[] trips, Signal done) : Producer<Ball>
    {
        private int _returned = -1;
        private long _left;

        protected override void HandleDemand(DemandIncrement demand)
        {
            if (_returned >= 0)
            {
                trips[_returned] = Stopwatch.GetTimestamp() - _left;
            }

            if (++_returned < trips.Length)
            {
                _left = Stopwatch.GetTimestamp();
                Emit(Ball.Instance);
            }
            else
            {
                done.Set(_returned);
            }
        }
    }
}
