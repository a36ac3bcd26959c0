using Akka.Actor;

namespace Party.Simulation.Tests.Samples;

/// <summary>Sends as many words as it is asked for, once it has some. With a bug.</summary>
public sealed class HastyProducer : ReceiveActor
{
    public HastyProducer(IActorRef dictionary)
    {
        dictionary.Tell("words, please", Self);
        Receive<string[]>(words => Become(() => Ready(words)));
    }

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
