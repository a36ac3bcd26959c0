using System.Diagnostics;
using Akka.Actor;
using Party.Benchmarks.Latency;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>A task asks an actor and awaits its answer.</summary>
internal sealed class AskTraveller : ITraveller
{
    private readonly ActorSystem _system = Systems.Start();
    private readonly IActorRef _there;

    public AskTraveller() => _there = _system.ActorOf(Props.Create(() => new Host()));

    public string Name => "Ask";

    public void Travel(long[] trips) => Task.Run(() => TravelAsync(trips)).GetAwaiter().GetResult();

    public void Dispose() => _system.Terminate().GetAwaiter().GetResult();

    private async Task TravelAsync(long[] trips)
    {
        for (var trip = 0; trip < trips.Length; trip++)
        {
            var left = Stopwatch.GetTimestamp();
            await _there.Ask<Ball>(Ball.Instance);
            trips[trip] = Stopwatch.GetTimestamp() - left;
        }
    }
}
