using Akka.Configuration;

namespace Party.Simulation;

/// <summary>How a simulation runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>The name of the actor system. <c>simulation</c> by default.</summary>
    public string SystemName { get; init; } = "simulation";

    /// <summary>The configuration of the actor system, over the simulation's own: no loggers, no console.</summary>
    public Config? Config { get; init; }

    /// <summary>How long a run may last in virtual time unless it is given a time: an hour by default.</summary>
    /// <value>Longer than zero.</value>
    public TimeSpan Deadline
    {
        get;
        init => field = AtLeast(TimeSpan.FromTicks(1), value, nameof(Deadline));
    } = TimeSpan.FromHours(1);

    /// <summary>How many steps there may be in all, against runs in which no time passes: a million.</summary>
    /// <value>1 or more.</value>
    public long MaxSteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxSteps));
            field = value;
        }
    } = 1_000_000;

    /// <summary>
    /// How long one step may take in real time before it counts as stuck in code that blocks. 5 seconds by default; no
    /// limit while a debugger is attached.
    /// </summary>
    /// <value>Longer than zero.</value>
    public TimeSpan StepTimeout
    {
        get;
        init => field = AtLeast(TimeSpan.FromTicks(1), value, nameof(StepTimeout));
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long something that can run may have to wait in virtual time. Zero by default: time jumps only when nothing
    /// is runnable. More models a machine that is too slow for its timers, which then come before messages that wait.
    /// </summary>
    /// <value>Zero or more.</value>
    public TimeSpan LongestWait
    {
        get;
        init => field = AtLeast(TimeSpan.Zero, value, nameof(LongestWait));
    }

    /// <summary>
    /// Whether actors may wait for tasks that the scenario completes between runs. Off by default: a run that comes to
    /// rest while an actor still awaits something fails and names the actor.
    /// </summary>
    public bool AllowsOutsideTasks { get; init; }

    /// <summary>How many lines of the trace a failure shows. 40 by default.</summary>
    /// <value>1 or more.</value>
    public int LastSteps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(LastSteps));
            field = value;
        }
    } = 40;

    /// <summary>Where the whole trace is written, line by line, each ended by <c>\n</c>; null for nowhere.</summary>
    public TextWriter? Trace { get; init; }

    private static TimeSpan AtLeast(TimeSpan least, TimeSpan value, string option) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"Expected {option} to be {least} or more, got {value}.");
}
