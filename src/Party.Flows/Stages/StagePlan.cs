using Party.Flows.Operators;

namespace Party.Flows.Stages;

/// <summary>What one stage is to do.</summary>
/// <param name="Chain">Makes its operators, in front of the one that sends events on.</param>
/// <param name="Index">Which of its layer's stages it is, from 0.</param>
/// <param name="Count">How many stages the layer has.</param>
/// <param name="Counters">Where it counts what it does.</param>
internal sealed record StagePlan<TEntry, TOut>(
    Func<StageScope, Operator<TOut>, Operator<TEntry>> Chain, int Index, int Count, StageCounters Counters)
{
    /// <summary>The most events of a block that it reads by itself.</summary>
    public required int BatchSize { get; init; }
}
