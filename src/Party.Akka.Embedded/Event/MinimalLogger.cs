using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that is no actor: it logs on the thread of whoever tells it.</summary>
/// <remarks>It writes while a system has no loggers. One of one's own is named by akka.stdout-logger-class.</remarks>
public abstract class MinimalLogger : ActorRefBase
{
    /// <summary>A path that belongs to no system.</summary>
    public sealed override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    /// <summary>Writes down a <see cref="LogEvent"/>, or whatever else it was told.</summary>
    protected abstract void Log(object message);

    /// <summary>Logs the message.</summary>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    protected sealed override void TellInternal(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        Log(message);
    }
}
