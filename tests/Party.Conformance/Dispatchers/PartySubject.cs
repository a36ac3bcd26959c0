using System.Collections.Immutable;
using System.Text.Json;
using Party.Demand.Dispatching;

namespace Party.Conformance.Dispatchers;

/// <summary>
/// One of Party's dispatchers, played to like the recorded one: what it wants asked is asked after every step.
/// </summary>
public sealed class PartySubject(IDispatcher<object> dispatcher) : IDispatcherSubject
{
    private readonly Dictionary<string, RecordedSubscription> _subscriptions = [];
    private int _count;

    /// <summary>Why a subscription is refused, in one word.</summary>
    public static string NameOf(Refusal refusal) => refusal switch
    {
        Refusal.PartitionMissing => "partition_missing",
        Refusal.PartitionUnknown => "partition_unknown",
        Refusal.PartitionTaken => "partition_taken",
        Refusal.AlreadySubscribed => "already_subscribed",
        Refusal.SelectorUnknown => "selector_unknown",
        Refusal.NoProducer => "no_producer",
        Refusal.OptionsRejected => "bad_opts",
        Refusal.Draining => "draining",
        _ => $"{refusal}",
    };

    public StepRecord Subscribe(string subscription, string process, JsonElement options)
    {
        var subscriber = new RecordedSubscription(subscription, process, ++_count, PartyOptions.Of(options));
        var admission = dispatcher.Subscribe(subscriber);
        if (!admission.IsGranted)
        {
            return StepRecord.Refused(NameOf(admission.Refusal));
        }

        _subscriptions[subscription] = subscriber;
        return Asked(default);
    }

    // As in the stage, which knows its subscriptions: a request for another is refused, and its end is none.
    public StepRecord Ask(string subscription, int count) => _subscriptions.TryGetValue(subscription, out var known)
        ? Asked(dispatcher.Request(known, count))
        : StepRecord.Refused("unknown_subscription");

    public StepRecord Cancel(string subscription) => _subscriptions.Remove(subscription, out var known)
        ? Asked(dispatcher.Cancel(known))
        : Asked(default);

    public StepRecord Dispatch(ImmutableArray<object> events)
    {
        var dispatch = dispatcher.Dispatch(events.AsSpan());
        var record = StepRecord.Leftover(events.TakeLast(dispatch.Leftover), Messages(dispatch));
        dispatcher.Ask();
        return record;
    }

    public StepRecord Info(string message) => StepRecord.Ok(Messages(dispatcher.Inform(message)));

    private static ImmutableArray<StepMessage> Messages(Dispatch<object> dispatch)
    {
        var messages = ImmutableArray.CreateBuilder<StepMessage>();
        var infos = dispatch.Infos;
        for (var index = 0; index <= dispatch.Deliveries.Length; index++)
        {
            for (; !infos.IsEmpty && infos[0].After == index; infos = infos[1..])
            {
                messages.Add(StepMessage.Released(infos[0].Message.ToString() ?? ""));
            }

            if (index < dispatch.Deliveries.Length)
            {
                var (to, _, events) = dispatch.Deliveries[index];
                messages.Add(StepMessage.Delivered(((RecordedSubscription)to).Name, events));
            }
        }

        return messages.DrainToImmutable();
    }

    private StepRecord Asked(Dispatch<object> dispatch)
    {
        var messages = Messages(dispatch);
        return StepRecord.Demand(dispatcher.Ask().Total, messages);
    }
}
