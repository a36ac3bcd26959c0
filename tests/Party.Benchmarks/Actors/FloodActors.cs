using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>One actor that counts, told by so many tasks as fast as they can.</summary>
internal sealed class FloodActors(int senders) : ActorContender
{
    public override long Run(long count)
    {
        var done = new Signal();
        var counter = System.ActorOf(Props.Create(() => new Counter(count / senders * senders, done)));
        for (var sender = 0; sender < senders; sender++)
        {
            Task.Run(() => Send(counter, count / senders));
        }

        var received = done.Wait();
        System.Stop(counter);
        return received;
    }

    private static void Send(IActorRef counter, long count)
    {
        for (var sent = 0L; sent < count; sent++)
        {
            counter.Tell(Ball.Instance, ActorRefs.NoSender);
        }
    }

    private sealed class Counter : UntypedActor
    {
        private readonly long _wanted;
        private readonly Signal _done;
        private long _received;

        public Counter(long wanted, Signal done)
        {
            _wanted = wanted;
            _done = done;
        }

        protected override void OnReceive(object message)
        {
            if (++_received == _wanted)
            {
                _done.Set(_received);
            }
        }
    }
}
