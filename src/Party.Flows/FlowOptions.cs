using Party.Demand.Subscriptions;
using Party.Flows.Sources;

namespace Party.Flows;

/// <summary>How many stages do some work of a flow, and how much they ask for at a time.</summary>
public sealed record FlowOptions
{
    /// <summary>The most events that a stage asks for at a time where nothing else is said.</summary>
    public const int DefaultMaxDemand = 4000;

    /// <summary>How many stages do the work side by side.</summary>
    /// <value>As many as there are processors by default, at least 1.</value>
    public int Stages
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {nameof(Stages)} of at least 1, got {value}. Nobody would do the work.");
    } = Environment.ProcessorCount;

    /// <summary>
    /// The most events that a stage asks each of its upstream stages for at a time; and so does whoever takes what
    /// comes of the last of them.
    /// </summary>
    /// <value>
    /// 4000 by default, at least 1. That is more than a subscription's default, since what a flow does with an event is
    /// often less than what it costs to hand on a small batch.
    /// </value>
    public int MaxDemand
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value),
            value,
            $"Expected {nameof(MaxDemand)} of at least 1, got {value}. Nothing would ever be requested.");
    } = DefaultMaxDemand;

    /// <summary>The outstanding demand at which it asks for more. A batch is the difference of the two.</summary>
    /// <value>Null by default: half of <see cref="MaxDemand"/>; else 0 to <see cref="MaxDemand"/> − 1.</value>
    public int? MinDemand
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value),
            value,
            $"Expected {nameof(MinDemand)} of at least 0, got {value}. Null means half of {nameof(MaxDemand)}.");
    }

    /// <summary>Is called in every stage as it starts, with its number from 0 and how many there are.</summary>
    /// <value>Null by default.</value>
    public Action<int, int>? OnStart { get; init; }

    /// <summary>How a stage that reads by itself cuts its batches.</summary>
    internal BatchCuts NewCuts() => new(MaxDemand, MinDemand ?? MaxDemand / 2);

    internal FlowOptions Checked()
    {
        _ = new SubscriptionOptions { MaxDemand = MaxDemand, MinDemand = MinDemand }.EffectiveMinDemand();
        return this;
    }
}
