using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>A parent starts so many children, stops each of them, then itself. Over when all have stopped.</summary>
internal sealed class NurseryActors : ActorContender
{
    public override long Least => Settings.Actors;

    public override long Run(long count)
    {
        var done = new Signal();
        System.ActorOf(Props.Create(() => new Parent(count, done)));
        return done.Wait();
    }

    private sealed class Parent(long count, Signal done) : UntypedActor
    {
        private readonly Tally _stopped = new();

        protected override void PreStart()
        {
            var props = Props.Create(() => new Child(_stopped));
            var children = new IActorRef[count];
            for (var child = 0; child < children.Length; child++)
            {
                children[child] = Context.ActorOf(props);
            }

            foreach (var child in children)
            {
                Context.Stop(child);
            }

            Context.Stop(Self);
        }

        protected override void PostStop() => done.Set(_stopped.Count);

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Child(Tally stopped) : UntypedActor
    {
        protected override void PostStop() => stopped.Increment();

        protected override void OnReceive(object message)
        {
        }
    }
}
