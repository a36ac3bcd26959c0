using System.Collections.Immutable;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Where the events of a layer come from.</summary>
public abstract record FlowSource
{
    private FlowSource()
    {
    }

    /// <summary>Some data, each of it with a producer of its own.</summary>
    public sealed record Data(ImmutableArray<ImmutableArray<Term>> Sources) : FlowSource;

    /// <summary>The last layers of other flows.</summary>
    public sealed record Flows(ImmutableArray<FlowPlan> All) : FlowSource;

    /// <summary>Two flows, brought together by key.</summary>
    public sealed record Join(FlowPlan Left, FlowPlan Right, RecordedOperation Options) : FlowSource;

    /// <summary>The states of all stages of a flow.</summary>
    public sealed record Departition(FlowPlan Flow, Gathering Gathering) : FlowSource;
}
