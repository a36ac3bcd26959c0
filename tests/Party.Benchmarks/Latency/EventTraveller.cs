using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Latency;

/// <summary>An event goes from a producer to a consumer, and something comes back: then the next one goes.</summary>
internal abstract class EventTraveller : ITraveller
{
    private readonly ActorSystem _system = Systems.Start();
    private int _handled;

    public abstract string Name { get; }

    public void Travel(long[] trips)
    {
        _handled = 0;
        var done = new Signal();
        var producer = _system.ActorOf(Producer(trips, done));
        var consumer = _system.ActorOf(Consumer(producer));
        done.Wait();
        Array.ForEach([consumer, producer], _system.Stop);
        if (_handled != trips.Length)
        {
            throw new InvalidOperationException($"Expected {trips.Length} events to be handled, got {_handled}.");
        }
    }

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    /// <summary>Emits the events, and notes how long each trip took; done when all were made.</summary>
    protected abstract Props Producer(long[] trips, Signal done);

    /// <summary>Handles them.</summary>
    protected abstract Props Consumer(IActorRef producer);

    /// <summary>The consumer has handled so many.</summary>
    protected void Handled(int events) => _handled += events;
}
