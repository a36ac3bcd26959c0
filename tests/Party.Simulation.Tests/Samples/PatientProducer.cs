using Akka.Actor;

namespace Party.Simulation.Tests.Samples;

/// <summary>The same without the bug: what comes too early is kept.</summary>
public sealed class PatientProducer : ReceiveActor, IWithUnboundedStash
{
    public PatientProducer(IActorRef dictionary)
    {
        dictionary.Tell("words, please", Self);
        Receive<string[]>(words =>
        {
            Become(() => Ready(words));
            Stash.UnstashAll();
        });
        ReceiveAny(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    private void Ready(string[] words)
    {
        var next = 0;
        Receive<int>(count =>
        {
            while (count-- > 0)
            {
                Sender.Tell(words[next++ % words.Length]);
            }
        });
    }
}
