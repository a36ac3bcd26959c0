using Akka.Actor;

namespace Party.Actors;

/// <summary>
/// Published on the event stream when a handler has taken as long as <see
/// cref="Demand.Subscriptions.SubscriptionOptions.BatchBudget"/>, and goes on; once for a batch.
/// </summary>
/// <param name="Stage">The stage whose handler it is.</param>
/// <param name="Subscription">The subscription that the events came by.</param>
/// <param name="First">The sequence number of the first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Budget">How long the handler may take.</param>
public sealed record BatchOverdue(
    IActorRef Stage, ProducerSubscription Subscription, long First, int Count, TimeSpan Budget);
