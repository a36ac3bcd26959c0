using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Top-level actors, each of which was told one message.</summary>
internal sealed class IdleActors : IPopulation
{
    public string Name => "ours";

    public IDisposable Settle(int count)
    {
        var town = new Town();
        var settled = new Tally();
        var done = new Signal();
        var props = Props.Create(() => new Citizen(settled, count, done));
        for (var citizen = 0; citizen < count; citizen++)
        {
            town.System.ActorOf(props).Tell(Ball.Instance, ActorRefs.NoSender);
        }

        done.Wait();
        return town;
    }

    private sealed class Town : IDisposable
    {
        public ActorSystem System { get; } = Systems.Start();

        public void Dispose() => System.Terminate().GetAwaiter().GetResult();
    }

    private sealed class Citizen(Tally settled, long wanted, Signal done) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (settled.Increment() == wanted)
            {
                done.Set(wanted);
            }
        }
    }
}
