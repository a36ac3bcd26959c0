using Party.Demand.Dispatching;

namespace Party.Flows.Running;

/// <summary>How a flow runs.</summary>
public sealed record FlowRunOptions
{
    /// <summary>What the flow's actor is called, above its stages.</summary>
    /// <value>Null by default: some name of its own.</value>
    public string? Name { get; init; }

    /// <summary>Whether the flow's sources are read from the start, or wait until they are told to.</summary>
    /// <value>
    /// <see cref="Demand.Dispatching.DemandMode.Forward"/> by default; see <see cref="FlowRun.SetDemandMode"/>.
    /// </value>
    public DemandMode DemandMode
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {nameof(DemandMode)} to be forward or accumulate, got {value}.");
    }

    /// <summary>Who is told how far it has come, while it runs and once at its end.</summary>
    /// <value>Nobody by default.</value>
    public IProgress<FlowProgress>? Progress { get; init; }

    /// <summary>How often that is told.</summary>
    /// <value>1 s by default, more than 0.</value>
    public TimeSpan ProgressInterval
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {nameof(ProgressInterval)} of more than 0, got {value}.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many failures of its stages the flow outlives. A stage that fails is restarted, and its batch is handed to
    /// it again: events are delivered at least once. Only operators that keep nothing can be restarted, and no stages
    /// of a user's own: where one of these fails, so does the flow. A flow with a broadcast in it can't be restarted
    /// either.
    /// </summary>
    /// <value>0 by default, at least 0: the first failure ends the flow.</value>
    public int Restarts
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {nameof(Restarts)} of at least 0, got {value}.");
    }
}
