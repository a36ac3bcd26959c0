using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;
using Party.Flows.Operators;
using Party.Flows.Sources;

namespace Party.Flows.Stages;

/// <summary>What one stage is to do.</summary>
/// <param name="Chain">Makes its operators, in front of the one that sends events on.</param>
/// <param name="Index">Which of its layer's stages it is, from 0.</param>
/// <param name="Count">How many stages the layer has.</param>
/// <param name="Counters">Where it counts what it does.</param>
internal sealed record StagePlan<TEntry, TOut>(
    Func<StageScope, Operator<TOut>, Operator<TEntry>> Chain, int Index, int Count, StageCounters Counters)
{
    /// <summary>The upstream stages that have come to their end; known to the stage after a restart too.</summary>
    public HashSet<IActorRef> Ended { get; } = [];

    /// <summary>The subscriptions of others to the stage, which outlive its restart.</summary>
    public HashSet<SubscriptionId> Consumers { get; } = [];

    /// <summary>Is called as it starts.</summary>
    public Action<int, int>? OnStart { get; init; }

    /// <summary>How it cuts what it reads by itself.</summary>
    public required BatchCuts Cuts { get; init; }

    /// <summary>Whether it looks at whole batches, so that they may not depend on what others ask for.</summary>
    public bool KeepsBatches { get; init; }

    /// <summary>An upstream stage has ended: makes sure that it was no failure.</summary>
    /// <param name="upstream">Which.</param>
    /// <param name="cancellation">How it ended.</param>
    /// <param name="hasEnded">
    /// Whether it is one of the flow's that had ended when this stage came, or came back: had it failed, so would the
    /// flow.
    /// </param>
    /// <exception cref="FlowException">It was.</exception>
    public void Check(IActorRef upstream, Cancellation cancellation, bool hasEnded)
    {
        if (!cancellation.Reason.IsBenign && !hasEnded && !Ended.Contains(upstream))
        {
            throw FlowException.Ended($"{upstream.Path}", cancellation.Reason.Text);
        }

        Ended.Add(upstream);
    }
}
