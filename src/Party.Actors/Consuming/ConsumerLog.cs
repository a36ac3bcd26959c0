using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>What a consuming stage has to say.</summary>
internal sealed class ConsumerLog(ILoggingAdapter log)
{
    public void Subscribed(ProducerLink link) => log.Debug("Subscribed {0}.", link);

    public void Ended(ProducerLink link, EndReason reason) => log.Debug("Ended {0}: {1}.", link, reason.Text);

    // Said once where it begins; a pipeline that is being shut down, or started, is nothing to be warned of.
    public void TriesAgain(Wish wish, EndReason reason, TimeSpan pause)
    {
        const string text = "Expected {0} to last, got its end: {1} Subscribing again in {2} ms, attempt {3}.";
        object[] values = [wish.Text, Sentence(reason.Text), (long)pause.TotalMilliseconds, wish.Attempts];
        if (wish.IsMissed)
        {
            log.Debug(text, values);
        }
        else if (reason.IsBenign || wish.Last.IsNone)
        {
            log.Info(text, values);
        }
        else
        {
            log.Warning(text, values);
        }
    }

    public void IsBack(Wish wish) => log.Info("Subscribed {0} again, attempt {1}.", wish.Text, wish.Attempts);

    public void InVain(ProducerLink link, EndReason reason) => log.Error(
        "Expected {0} to be made again after the restart, got its end: {1}. The stage was restarted since a "
        + "subscription had ended, and would be again without end. It stops.",
        link,
        reason.Text);

    public void Irregular(ProducerLink link, Arrival arrival) => log.Warning(
        "Expected events in sequence and within the demand of {0}, got {1} repeated, {2} missing before them, "
        + "{3} beyond the demand. Repeated ones were skipped, those beyond it handled; after missing ones the "
        + "consumer subscribes anew.",
        link,
        arrival.Repeated,
        arrival.Missing,
        arrival.Excess);

    public void UnknownSubscription(SubscriptionId id, int demand, IEnumerable<SubscriptionId> known) => log.Warning(
        "Expected a request to name a subscription of this stage, got {0} for {1} events. Its subscriptions: [{2}]. "
        + "The request was ignored.",
        id,
        demand,
        string.Join(", ", known));

    public void NotBeingHandled(SubscriptionId id, long number, IEnumerable<SubscriptionId> known) => log.Warning(
        "Expected the number of an event that waits to be confirmed by hand, got {0} of {1}. It was confirmed or "
        + "rejected before, has not come, its subscription has ended, or it is not confirmed by hand. Subscriptions: "
        + "[{2}]. Nothing was changed.",
        number,
        id,
        string.Join(", ", known));

    public void Overdue(BatchOverdue overdue) => log.Warning(
        "Expected a handler of {0} to be done within {1} ms, got one that goes on: {2} events from number {3} of "
        + "{4} to {5}.",
        overdue.Stage.Path,
        (long)overdue.Budget.TotalMilliseconds,
        overdue.Count,
        overdue.First,
        overdue.Subscription.Id,
        overdue.Subscription.Producer.Path);

    public void BadOptions(string reason, IActorRef asker) =>
        log.Warning("Did not subscribe as {0} had asked for: {1}", asker.Path, reason);

    public void Refused(SubscriptionId id, IActorRef sender, string reason) =>
        log.Warning("Rejected {0} of {1}: {2}", id, sender.Path, reason);

    public void Misdirected(object message, IActorRef sender) => log.Warning(
        "Expected messages for a consumer, got {0} from {1}. This stage only consumes. The message was ignored.",
        message.GetType().Name,
        sender.Path);

    public void WrongType(ProducerLink link, Events events, Type expected) => log.Error(
        "Expected events of type {0} from {1}, got {2}. The subscription was cancelled.",
        expected,
        link,
        events.GetType().GenericTypeArguments[0]);

    // What is wrong may come as a sentence, or as the message of somebody's exception.
    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
