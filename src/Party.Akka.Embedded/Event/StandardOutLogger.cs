using Akka.Actor;

namespace Akka.Event;

/// <summary>Writes to the console, without an actor, while there are no loggers.</summary>
internal sealed class StandardOutLogger : ActorRefBase
{
    public static readonly StandardOutLogger Instance = new();

    private StandardOutLogger()
    {
    }

    public override ActorPath Path { get; } = new RootActorPath(
        new Address("akka", "all-systems"), "/StandardOutLogger");

    protected override void TellInternal(object message, IActorRef? sender) => Console.Out.WriteLine(message);
}
