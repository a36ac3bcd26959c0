using System.Diagnostics;
using Akka.Actor;
using Party.Actors;
using Party.Benchmarks.Actors;
using Party.Benchmarks.Measuring;
using Party.Demand.Dispatching;

namespace Party.Benchmarks.Latency;

/// <summary>A producer emits an event; the consumer handles it and requests the next, which is emitted.</summary>
internal sealed class RequestTraveller : ITraveller
{
    private readonly ActorSystem _system = Systems.Start();

    public string Name => "request";

    public void Travel(long[] trips)
    {
        var handled = 0;
        var done = new Signal();
        var producer = _system.ActorOf(Props.Create(() => new Guest(trips, done)));
        var consumer = _system.ActorOf(Consumer.Props<Ball>(
            events => handled += events.Length, new SubscribeTo(producer, new() { MaxDemand = 1 })));
        done.Wait();
        Array.ForEach([consumer, producer], _system.Stop);
        Expect(trips.Length, handled);
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    /// <summary>Makes sure that the consumer has handled an event for each trip.</summary>
    public static void Expect(int trips, int handled)
    {
        if (handled != trips)
        {
            throw new InvalidOperationException($"Expected {trips} events to be handled, got {handled}.");
        }
    }

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
