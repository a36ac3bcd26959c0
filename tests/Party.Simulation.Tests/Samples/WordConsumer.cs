using Akka.Actor;

namespace Party.Simulation.Tests.Samples;

/// <summary>Asks for three words, once.</summary>
public sealed class WordConsumer : ReceiveActor
{
    public WordConsumer(IActorRef producer, List<string> received)
    {
        producer.Tell(3, Self);
        Receive<string>(received.Add);
    }
}
