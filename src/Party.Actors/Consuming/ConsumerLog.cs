using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Consuming;

/// <summary>What a consuming stage has to say.</summary>
internal sealed class ConsumerLog(ILoggingAdapter log)
{
    public void Subscribed(ProducerLink link) => log.Debug("Subscribed {0}.", link);

    public void Ended(ProducerLink link, EndReason reason) => log.Debug("Ended {0}: {1}.", link, reason.Text);

    public void Irregular(ProducerLink link, Arrival arrival) => log.Warning(
        "Expected events in sequence and within the demand of {0}, got {1} repeated, {2} missing before them, {3} beyond "
        + "the demand. Repeated ones were skipped, those beyond it handled; after missing ones the consumer subscribes anew.",
        link,
        arrival.Repeated,
        arrival.Missing,
        arrival.Excess);

    public void WrongType(ProducerLink link, Events events, Type expected) => log.Error(
        "Expected events of type {0} from {1}, got {2}. The subscription was cancelled.",
        expected,
        link,
        events.GetType().GenericTypeArguments[0]);
}
