using System.Collections.Immutable;
using Party.Actors;

namespace Party.Conformance.Stages.Actors;

/// <summary>What the driver tells a stage under test, besides Party's own messages.</summary>
public abstract record StageOrder
{
    private StageOrder()
    {
    }

    /// <summary>A plain message.</summary>
    public sealed record Note(string Text) : StageOrder;

    /// <summary>Emit these; it is answered.</summary>
    public sealed record Emit(ImmutableArray<object> Items) : StageOrder;

    /// <summary>Emit these, and stop when they have gone.</summary>
    public sealed record EmitThenStop(ImmutableArray<object> Items, string Reason) : StageOrder;

    /// <summary>Stop; it is answered.</summary>
    public sealed record Leave(string Reason) : StageOrder;

    /// <summary>Request so many events of a subscription.</summary>
    public sealed record AskFor(string Subscription, int Count) : StageOrder;

    /// <summary>Cancel a subscription.</summary>
    public sealed record CancelIt(string Subscription, string Reason) : StageOrder;

    /// <summary>Subscribe, in place of a subscription that has this name.</summary>
    public sealed record Resubscribe(SubscribeTo To, string Old, string Reason) : StageOrder;

    /// <summary>The answer to those that are answered.</summary>
    public sealed record Done : StageOrder;
}
