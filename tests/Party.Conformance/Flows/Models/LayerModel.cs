using System.Collections.Immutable;
using Party.Conformance.Deviations;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Runs a flow layer by layer: all that one hears is known before the next one begins.</summary>
public sealed class LayerModel(Switches switches)
{
    /// <summary>What the last stages of a flow send, one after another, where they send it by this routing.</summary>
    /// <param name="plan">The last layer.</param>
    /// <param name="following">How its events are shared out.</param>
    /// <param name="gathering">How the states of its stages become one, if they do.</param>
    public (int Producers, ImmutableArray<Signal> Signals) Run(
        FlowPlan plan, Routing following, Gathering? gathering = null)
    {
        var into = Routing.Into(plan.Begin);
        var isThrough = plan.Operations.IsEmpty
            && (plan.Source is FlowSource.Data || (plan.Source is FlowSource.Flows && into.Name == following.Name));
        if (isThrough && plan.Window is not null)
        {
            throw new InvalidOperationException("Expected a computation in a window, got none.");
        }

        if (isThrough)
        {
            return Merge(plan.Source, into);
        }

        var (producers, left, heard) = Hear(plan, into);
        return (plan.Stages, [.. Play(plan, gathering, producers, left, heard)]);
    }

    private (int Producers, int Left, IEnumerable<(int Stage, Signal Signal)> Heard) Hear(FlowPlan plan, Routing into)
    {
        if (plan.Source is FlowSource.Join join)
        {
            return Join(join, plan.Stages);
        }

        var (producers, signals) = Merge(plan.Source, into);
        var begin = plan.Source is FlowSource.Departition ? null : plan.Begin;
        var routing = plan.Source is FlowSource.Flows ? into : Routing.Demand;
        return (producers, 0, routing.Deliver(
            signals, plan.Stages, begin?.MaxDemand ?? 1_000, begin?.MinDemand ?? 500));
    }

    private (int Producers, ImmutableArray<Signal> Signals) Merge(FlowSource source, Routing into)
    {
        var producers = 0;
        var signals = new List<Signal>();
        foreach (var (count, some) in AllOf(source, into))
        {
            signals.AddRange(some.Select(one => one with { Upstream = one.Upstream + producers }));
            producers += count;
        }

        return (producers, [.. signals]);
    }

    private IEnumerable<(int Producers, ImmutableArray<Signal> Signals)> AllOf(FlowSource source, Routing into) =>
        source switch
        {
            FlowSource.Data data => data.Sources.Select(
                (int, ImmutableArray<Signal>) (events) => (1, [new(0, events), Signal.End(0)])),
            FlowSource.Flows flows => flows.All.Select(one => Run(one, into)),
            FlowSource.Departition whole => [Run(whole.Flow, Routing.Demand, whole.Gathering)],
            _ => throw new InvalidDataException($"Expected a source, got {source}."),
        };

    private (int Producers, int Left, IEnumerable<(int Stage, Signal Signal)> Heard) Join(
        FlowSource.Join join, int stages)
    {
        var left = Routing.Keyed(Mappers.Of(join.Options.Text("left_key") ?? "identity"), stages, "left");
        var right = Routing.Keyed(Mappers.Of(join.Options.Text("right_key") ?? "identity"), stages, "right");
        var (lefts, leftSignals) = Run(join.Left, left);
        var (rights, rightSignals) = Run(join.Right, right);
        var fromRight = rightSignals.Select(one => one with { Upstream = one.Upstream + lefts });
        return (lefts + rights, lefts,
        [
            .. left.Deliver(leftSignals, stages, max: 1_000, min: 500),
            .. right.Deliver(fromRight, stages, max: 1_000, min: 500),
        ]);
    }

    private IEnumerable<Signal> Play(
        FlowPlan plan, Gathering? gathering, int producers, int left, IEnumerable<(int Stage, Signal Signal)> heard)
    {
        StageModel[] stages =
        [
            .. Enumerable.Range(0, plan.Stages).Select(index => new StageModel(
                plan.Operations.Where(one => one.Name == "map_batch"),
                Windows(plan, gathering, index, producers, left),
                producers)),
        ];
        foreach (var (index, signal) in heard)
        {
            var emitted = stages[index].Hear(signal);
            if (emitted.Count > 0)
            {
                yield return new(index, emitted);
            }

            if (stages[index].HasEnded)
            {
                yield return Signal.End(index);
            }
        }
    }

    private WindowModel Windows(FlowPlan plan, Gathering? gathering, int index, int producers, int left)
    {
        var window = plan.Source is FlowSource.Join ? plan.Window?.Keyed() : plan.Window;
        var reductions = new ReductionPlan(plan, gathering, switches);
        var type = window?.Type ?? "global";
        WindowPane Open(Term id) => new(
            new(index, plan.Stages, type, id, "placeholder"), window?.TriggerEvery, reductions.New(left), switches);

        return window switch
        {
            { Type: "count" } => new CountWindows(window.Count, Open),
            { Type: "periodic" } => new SingleWindow(Open(Term.Of(0))),
            { Type: "fixed" } => switches.HasFlag(Switches.F3)
                ? new WatermarkWindows(window, Enumerable.Range(0, producers), Open, switches)
                : new FixedWindows(window, Enumerable.Range(0, producers), Open, switches),
            _ => new SingleWindow(Open(Term.Of("global"))),
        };
    }
}
