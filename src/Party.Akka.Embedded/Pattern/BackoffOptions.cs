using Akka.Actor;

namespace Akka.Pattern;

/// <summary>How a <see cref="BackoffSupervisor"/> treats its child. Immutable; made by <see cref="Backoff"/>.</summary>
public abstract class BackoffOptions
{
    private protected BackoffOptions()
    {
    }

    /// <summary>Counts anew once the child has lived that long. The default, with minBackoff.</summary>
    public abstract BackoffOptions WithAutoReset(TimeSpan resetBackoff);

    /// <summary>Counts anew when the child tells its parent <see cref="BackoffSupervisor.Reset"/>.</summary>
    public abstract BackoffOptions WithManualReset();

    /// <summary>Decides about failures of the child by this strategy.</summary>
    public abstract BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy);

    /// <summary>Stops the child when it fails, so that every failure leads to a wait.</summary>
    public abstract BackoffOptions WithDefaultStoppingStrategy();

    /// <summary>Stops the supervisor after so many waits; -1 for any number.</summary>
    public abstract BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries);

    /// <summary>Answers messages that come while there is no child; without this they are dead letters.</summary>
    public abstract BackoffOptions WithReplyWhileStopped(object replyWhileStopped);

    /// <summary>Stops the supervisor with its child, once such a message has gone on to it.</summary>
    public abstract BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage);

    internal abstract Props ToProps();
}
