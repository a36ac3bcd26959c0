namespace Akka.Actor;

/// <summary>The scheduler takes no more work, because its system has ended.</summary>
public sealed class SchedulerException : AkkaException
{
    /// <summary>Says what could not be scheduled.</summary>
    public SchedulerException(string message)
        : base(message)
    {
    }
}
