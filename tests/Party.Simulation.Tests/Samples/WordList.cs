using Akka.Actor;

namespace Party.Simulation.Tests.Samples;

/// <summary>Knows some words.</summary>
public sealed class WordList : ReceiveActor
{
    public WordList() => Receive<string>(_ => Sender.Tell(new[] { "apple", "banana", "cherry" }));
}
