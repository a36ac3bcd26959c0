using Akka.Actor;

namespace Akka.Pattern;

/// <summary>The options as the supervisors read them.</summary>
internal sealed class ChildBackoff(
    Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, bool isOnFailure)
    : BackoffOptions
{
    public Props ChildProps => childProps;

    public string ChildName => childName;

    public OneForOneStrategy Strategy { get; private init; } = new(SupervisorStrategy.DefaultDecider);

    /// <summary>How long the child must live for the count to start anew; null where it says so itself.</summary>
    public TimeSpan? AutoReset { get; private init; } = minBackoff;

    public object? ReplyWhileStopped { get; private init; }

    public Func<object, bool> IsFinalStop { get; private init; } = static _ => false;

    /// <summary>The wait before the restart of that number, counted from 0.</summary>
    public TimeSpan Delay(int restart, double jitter)
    {
        var doubled = minBackoff.TotalMilliseconds * Math.Pow(2, Math.Min(restart, 60));
        return TimeSpan.FromMilliseconds(
            Math.Min(doubled, maxBackoff.TotalMilliseconds) * (1 + (jitter * randomFactor)));
    }

    public override BackoffOptions WithAutoReset(TimeSpan resetBackoff) =>
        With(Strategy, resetBackoff, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithManualReset() => With(Strategy, null, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithSupervisorStrategy(OneForOneStrategy supervisorStrategy) =>
        With(supervisorStrategy, AutoReset, ReplyWhileStopped, IsFinalStop);

    public override BackoffOptions WithDefaultStoppingStrategy() =>
        WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy.WithMaxNrOfRetries(Strategy.MaxNumberOfRetries));

    public override BackoffOptions WithMaxNrOfRetries(int maxNrOfRetries) =>
        WithSupervisorStrategy(Strategy.WithMaxNrOfRetries(maxNrOfRetries));

    public override BackoffOptions WithReplyWhileStopped(object replyWhileStopped) =>
        With(Strategy, AutoReset, replyWhileStopped, IsFinalStop);

    public override BackoffOptions WithFinalStopMessage(Func<object, bool> isFinalStopMessage) =>
        With(Strategy, AutoReset, ReplyWhileStopped, isFinalStopMessage);

    internal override Props ToProps()
    {
        Check(minBackoff > TimeSpan.Zero, nameof(minBackoff), "longer than zero", minBackoff);
        Check(maxBackoff >= minBackoff, nameof(maxBackoff), $"at least minBackoff, {minBackoff}", maxBackoff);
        Check(randomFactor is >= 0 and <= 1, nameof(randomFactor), "from 0 to 1", randomFactor);
        return isOnFailure ? Props.Create(() => new BackoffOnFailure(this)) : Props.Create(
            () => new BackoffSupervisor(this));
    }

    private static void Check(bool isFine, string name, string expected, object got)
    {
        if (!isFine)
        {
            throw new ArgumentException($"Expected {name} to be {expected}, got {got}.");
        }
    }

    private ChildBackoff With(
        OneForOneStrategy strategy, TimeSpan? autoReset, object? replyWhileStopped, Func<object, bool> isFinalStop) =>
        new(childProps, childName, minBackoff, maxBackoff, randomFactor, isOnFailure)
        {
            Strategy = strategy,
            AutoReset = autoReset,
            ReplyWhileStopped = replyWhileStopped,
            IsFinalStop = isFinalStop,
        };
}
