using Akka.Actor;

namespace Akka.Pattern;

/// <summary>The options as the supervisors read them.</summary>
internal sealed class ChildBackoff(Props childProps, string childName, Waits waits, bool isOnFailure) : BackoffOptions
{
    public Props ChildProps => childProps;

    public string ChildName => childName;

    public Waits Waits => waits;

    public OneForOneStrategy Strategy { get; private init; } = new(SupervisorStrategy.DefaultDecider);

    /// <summary>How long the child must live for the count to start anew; null where it says so itself.</summary>
    public TimeSpan? AutoReset { get; private init; } = waits.Min;

    public object? ReplyWhileStopped { get; private init; }

    public Func<object, bool> IsFinalStop { get; private init; } = static _ => false;

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) =>
        With(Strategy, resetBackoff, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithManualReset() => With(Strategy, null, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) =>
        With(supervisorStrategy, AutoReset, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithDefaultStoppingStrategy() =>
        WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy.WithMaxNrOfRetries(Strategy.MaxNumberOfRetries));

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) => With(maxNrOfRetries);

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) =>
        With(Strategy, AutoReset, replyWhileStopped, IsFinalStop);

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) =>
        With(Strategy, AutoReset, ReplyWhileStopped, isFinalStopMessage);

    internal override Props ToProps()
    {
        waits.Check();
        return ToUncheckedProps();
    }

    internal Props ToUncheckedProps() => isOnFailure
        ? Props.Create(() => new BackoffOnRestartSupervisor(this))
        : Props.Create(() => new BackoffSupervisor(this));

    internal ChildBackoff With(int maxNrOfRetries) =>
        With(Strategy.WithMaxNrOfRetries(maxNrOfRetries), AutoReset, ReplyWhileStopped, IsFinalStop);

    private ChildBackoff With(
        OneForOneStrategy strategy, TimeSpan? autoReset, object? replyWhileStopped, Func<object, bool> isFinalStop) =>
        new(childProps, childName, waits, isOnFailure)
        {
            Strategy = strategy,
            AutoReset = autoReset,
            ReplyWhileStopped = replyWhileStopped,
            IsFinalStop = isFinalStop,
        };
}
