using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

/// <summary>Starts its child again when that has stopped, after a wait that doubles each time.</summary>
/// <remarks>
/// Messages go on to the child with their sender; what the child says goes to the supervisor's parent.
/// </remarks>
public sealed class BackoffSupervisor : BackoffSupervisorBase
{
    internal BackoffSupervisor(ChildBackoff options)
        : base(options)
    {
    }

    /// <summary>A supervisor as the options say, which <see cref="Backoff"/> makes.</summary>
    public static Props Props(BackoffOptions options) => options.ToProps();

    /// <summary>A supervisor that starts its child again after it has stopped, as often as needed.</summary>
    public static Props Props(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        Props(childProps, childName, minBackoff, maxBackoff, randomFactor, -1);

    /// <summary>A supervisor that starts its child again after a stop, so many times; -1 for any number.</summary>
    public static Props Props(
        Props childProps,
        string childName,
        TimeSpan minBackoff,
        TimeSpan maxBackoff,
        double randomFactor,
        int maxNrOfRetries) =>
        new ChildBackoff(childProps, childName, new(minBackoff, maxBackoff, randomFactor), isOnFailure: false)
            .With(maxNrOfRetries)
            .ToUncheckedProps();

    /// <summary>Asks for the <see cref="CurrentChild"/>.</summary>
    public sealed class GetCurrentChild
    {
        /// <summary>The only instance.</summary>
        public static readonly GetCurrentChild Instance = new();

        private GetCurrentChild()
        {
        }
    }

    /// <summary>The answer to <see cref="GetCurrentChild"/>.</summary>
    public sealed class CurrentChild
    {
        /// <summary>Carries the child; null while there is none.</summary>
        public CurrentChild(IActorRef? @ref) => Ref = @ref;

        /// <summary>The child; null while there is none.</summary>
        public IActorRef? Ref { get; }
    }

    /// <summary>Asks for the <see cref="RestartCount"/>.</summary>
    public sealed class GetRestartCount
    {
        /// <summary>The only instance.</summary>
        public static readonly GetRestartCount Instance = new();

        private GetRestartCount()
        {
        }
    }

    /// <summary>The answer to <see cref="GetRestartCount"/>.</summary>
    public sealed class RestartCount
    {
        /// <summary>Carries the count.</summary>
        public RestartCount(int count) => Count = count;

        /// <summary>How often the child was started again since the count began.</summary>
        public int Count { get; }
    }

    /// <summary>Sets the count to zero, where the options say that somebody else does so.</summary>
    public sealed class Reset
    {
        /// <summary>The only instance.</summary>
        public static readonly Reset Instance = new();

        private Reset()
        {
        }
    }

    /// <summary>Sets the count to zero, if it is what it was when this was scheduled.</summary>
    public sealed class ResetRestartCount : IDeadLetterSuppression
    {
        /// <summary>Carries the count as it was.</summary>
        public ResetRestartCount(int current) => Current = current;

        /// <summary>The count as it was.</summary>
        public int Current { get; }
    }

    /// <summary>Starts the child, if there is none.</summary>
    public sealed class StartChild : IDeadLetterSuppression
    {
        /// <summary>The only instance.</summary>
        public static readonly StartChild Instance = new();

        private StartChild()
        {
        }
    }

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        if (message is not Terminated terminated || !terminated.ActorRef.Equals(Child))
        {
            return HandleBackoff(message);
        }

        if (!IsFinal && !IsExhausted)
        {
            StartChildLater();
            return true;
        }

        if (!IsFinal)
        {
            Logging.GetLogger(Context.System, GetType()).Debug(
                "Terminating on restart #{0} which exceeds max allowed restarts ({1})",
                RestartCountN + 1,
                Options.Strategy.MaxNumberOfRetries);
        }

        Context.Stop(Self);
        return true;
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => Options.Strategy;
}
