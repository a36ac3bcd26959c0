using Akka.Actor;

namespace Party.Benchmarks.Actors;

/// <summary>Tells everything back to whoever told it.</summary>
internal sealed class Host : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message, Self);
}
