using System.Reflection;
using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Supervising;

/// <summary>What a supervisor has to say.</summary>
internal sealed class SupervisorLog(ILoggingAdapter log, IActorRef self)
{
    public void TooManyRestarts(SupervisorOptions options, int restarts, Child child, string end) => log.Error(
        "Expected at most {0} restarts within {1} s, got {2}, the last of {3}, which {4}. {5} stops, and all its children "
        + "before it. Raise max-restarts or the window, or find out what they end of.",
        options.MaxRestarts,
        options.Window.TotalSeconds,
        restarts,
        child.Actor.Path,
        end,
        self.Path);

    public void NotStarted(string text, Child child)
    {
        if (child.Origin is { } origin)
        {
            log.Warning("{0} It was for {1}, which is finished by that.", text, origin);
        }
        else
        {
            log.Warning("{0}", text);
        }
    }

    public void NotMade(object origin, Exception error) => log.Warning(
        error,
        "Expected a child for {0}, got {1}: \"{2}\". The event is finished by that.",
        origin,
        error.GetType().Name,
        error.Message);

    public void Ignored(object origin) => log.Debug("There is no child for {0}.", origin);

    public void Overdue(Child child, TimeSpan timeout) => log.Warning(
        "Expected {0} to end within {1} s, got one that is still at work. It was stopped: what waits in its mailbox is "
        + "dropped, and it ends when its present handler returns, which nobody can break off.",
        child.Actor.Path,
        timeout.TotalSeconds);

    public void ShuttingDown(int children) => log.Debug("Shuts down, with {0} children.", children);

    public void StartedAgain(Child child, Child heir) =>
        log.Debug("{0} ended and is permanent. {1} was started for it.", child.Actor.Path, heir.Actor.Path);

    /// <summary>The failure itself, without what the runtime wraps around one of a constructor.</summary>
    public static Exception Root(Exception error) =>
        error is ActorInitializationException or TypeLoadException or TargetInvocationException
            && error.InnerException is { } inner
            ? Root(inner)
            : error;
}
