namespace Akka.Actor;

/// <summary>Does things later: sends messages, and runs actions by <see cref="Advanced"/>.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Runs actions. They run outside of any actor, so prefer to send a message.</summary>
    IAdvancedScheduler Advanced { get; }
}
