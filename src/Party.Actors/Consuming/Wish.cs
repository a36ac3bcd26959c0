using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>A subscription that the stage wants, however often it has to be made.</summary>
/// <remarks>Every attempt that reaches a producer is a <see cref="ProducerLink"/> with a name of its own.</remarks>
internal sealed class Wish(SubscriptionId id, SubscribeTo to, IActorRef asker, MakeSubscription? replacing)
{
    private const string Question = "party looks up the producer of ";

    /// <summary>Its name, that of the first attempt: it can be cancelled by it at any attempt.</summary>
    public SubscriptionId Id => id;

    /// <summary>The name of the last attempt that reached a producer; none before the first.</summary>
    public SubscriptionId Last { get; private set; }

    /// <summary>What is wanted.</summary>
    public SubscribeTo To => to;

    /// <summary>Who wants to know whether it was admitted; nobody where the stage made it, or it was said.</summary>
    public IActorRef Asker { get; private set; } = asker;

    /// <summary>The one that it takes the place of; none where there is none.</summary>
    public SubscriptionId Old => replacing?.Replacing ?? SubscriptionId.None;

    /// <summary>Why that one ends.</summary>
    public EndReason? ReasonOfOld => replacing?.Reason;

    /// <summary>The producer, as far as known: nobody, or one that may be gone.</summary>
    public IActorRef Producer { get; private set; } = to.Producer;

    /// <summary>Whether the producer has to be looked for before it can be asked.</summary>
    public bool IsLost { get; private set; } = to.Path is not null;

    /// <summary>Whether somebody was asked for the producer, and has not answered.</summary>
    public bool IsAsking { get; set; }

    /// <summary>How often it was tried again in a row.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether it was said in the log that there is no such subscription for now.</summary>
    public bool IsMissed { get; set; }

    /// <summary>
    /// Whether the stage was restarted since a subscription had ended, and has not got this one since.
    /// </summary>
    public bool IsAgain { get; set; }

    /// <summary>The time to try again, while it waits for that.</summary>
    public Retry? Retry { get; private set; }

    /// <summary>The message id of the question where the producer is.</summary>
    public string Inquiry => Question + id;

    /// <summary>For logs: where the producer is.</summary>
    public string Place => to.Path ?? $"{to.Producer.Path}";

    /// <summary>For logs: the subscription, its producer and its partition.</summary>
    public string Text => TextOf(id);

    /// <summary>Whether this is the id of some question where a producer is.</summary>
    public static bool IsInquiry(string text) => text.StartsWith(Question, StringComparison.Ordinal);

    /// <summary>For logs: one attempt, its producer and its partition.</summary>
    public string TextOf(SubscriptionId attempt) => to.Options.Partition is { } partition
        ? $"{attempt} to {partition} of {Place}"
        : $"{attempt} to {Place}";

    /// <summary>The producer was found.</summary>
    public void Find(IActorRef producer) => (Producer, IsLost, IsAsking) = (producer, false, false);

    /// <summary>The producer is gone; another may come to its path.</summary>
    public void Lose() => IsLost = true;

    /// <summary>Names the next attempt; the first has the name of the wish.</summary>
    public SubscriptionId Name(StageSystem system) => Last = Last.IsNone ? id : system.NextSubscription();

    /// <summary>Sends itself to the stage after some time.</summary>
    public void TryIn(TimeSpan pause, IScheduler scheduler, IActorRef stage) =>
        Retry = new(this, pause, scheduler, stage);

    /// <summary>Does not wait any more.</summary>
    public void StopWaiting()
    {
        Retry?.Cancel();
        Retry = null;
    }

    /// <summary>The end of it, for those that do not outlive it.</summary>
    public SubscriptionEndedException ErrorOf(EndReason reason) => new(Producer, Place, reason);

    /// <summary>The same as an answer.</summary>
    public Status.Failure Failure(EndReason reason) => new(ErrorOf(reason));

    /// <summary>Answers who asked for it, once.</summary>
    public void Answer(object message, IActorRef stage)
    {
        Asker.Tell(message, stage);
        Asker = ActorRefs.Nobody;
    }
}
