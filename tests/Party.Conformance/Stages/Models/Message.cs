using System.Collections.Immutable;

namespace Party.Conformance.Stages.Models;

/// <summary>What the processes of the model send to each other, and the driver to them.</summary>
public abstract record Message
{
    private Message()
    {
    }

    // To producers.
    public sealed record Subscribe(
        string From, string Subscription, SubscriptionRequest Request, (string Old, string Reason)? Replaces) : Message;

    public sealed record Ask(string From, string Subscription, long Count) : Message;

    public sealed record Cancel(string From, string Subscription, string Reason) : Message;

    public sealed record AskNow : Message;

    // To consumers.
    public sealed record Subscribed(string Subscription) : Message;

    public sealed record Rejected(string Subscription, string Reason) : Message;

    public sealed record Events(string From, string Subscription, ImmutableArray<object> Items) : Message;

    public sealed record Cancelled(string Subscription, string Reason) : Message;

    // To both: a process that is being watched is gone.
    public sealed record Down(string Subscription, string Reason) : Message;

    public sealed record ChildExit(object Item, string Reason) : Message;

    // From the driver, or a stage to itself.
    public sealed record Plain(string Text) : Message;

    public sealed record Inform(string Text, Reply? Answer) : Message;

    public sealed record Emit(ImmutableArray<object> Items, Reply? Answer) : Message;

    public sealed record EmitThenStop(ImmutableArray<object> Items, string Reason) : Message;

    public sealed record SetDemand(string Mode) : Message;

    public sealed record GetDemand(Reply Answer) : Message;

    public sealed record Estimate(Reply Answer) : Message;

    public sealed record SubscribeTo(
        string To, string Name, SubscriptionRequest Request, (string Old, string Reason)? Replaces, Reply? Answer)
        : Message;

    public sealed record AskFor(string Subscription, long Count) : Message;

    public sealed record CancelIt(string Subscription, string Reason) : Message;

    public sealed record StopIt(string Reason, Reply? Answer) : Message;

    public sealed record ExitIt(string Reason) : Message;

    public sealed record CountChildren(Reply Answer) : Message;

    public sealed record StartChild(object Item, Reply Answer) : Message;

    public sealed record TerminateChild(object Item, Reply Answer) : Message;
}
