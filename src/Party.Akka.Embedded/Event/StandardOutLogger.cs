using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Writes to the console at once, without an actor: before the loggers have started, and after they have ended.
/// </summary>
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
