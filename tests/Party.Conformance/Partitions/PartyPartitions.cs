using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Dispatchers;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Partitions;

/// <summary>
/// Party's dispatcher, pooled, played to like the recorded one: what it wants asked is asked after every step.
/// </summary>
public sealed class PartyPartitions(RecordedDispatcher recorded, ImmutableArray<string> partitions)
    : IDispatcherSubject
{
    private readonly PartitionDispatcher<object> _dispatcher =
        new(Options(recorded, partitions, DemandScope.Pooled));

    private readonly Dictionary<string, Subscription> _subscriptions = [];

    /// <summary>A dispatcher's options with unbounded parks and a recorded hash.</summary>
    public static PartitionDispatcherOptions<object> Options(
        RecordedDispatcher recorded, ImmutableArray<string> partitions, DemandScope scope)
    {
        var names = recorded.PartitionCount is { } count
            ? PartitionNames.Numbered(count)
            : PartitionNames.Named(partitions);
        var hash = recorded.Hash;
        return new()
        {
            Partitions = names,
            Selector = recorded.HashName is null ? null : PartitionSelector.ByPlacement<object>(item =>
                hash(item) is { } place
                    ? new(place.Item, names.IndexOf(place.Partition))
                    : new(item, Placement<object>.NoPartition)),
            Demand = scope,
            ParkLimit = PartitionDispatcherOptions<object>.Unbounded,
        };
    }

    /// <summary>A subscription as a consumer would ask for it.</summary>
    public static Subscription Subscription(int count, JsonElement options) => new(
        new(count + 1),
        new()
        {
            Partition = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("partition", out var name)
                ? name.ToString()
                : null,
        });

    public StepRecord Subscribe(string subscription, string process, JsonElement options)
    {
        var subscriber = Subscription(_subscriptions.Count, options);
        var admission = _dispatcher.Subscribe(subscriber);
        if (admission.IsGranted)
        {
            _subscriptions[subscription] = subscriber;
        }

        return admission.IsGranted ? Asked(default) : StepRecord.Refused(RefusalNamed(admission.Refusal));
    }

    public StepRecord Ask(string subscription, int count) => Known(
        subscription, subscriber => Asked(_dispatcher.Request(subscriber, count)));

    public StepRecord Cancel(string subscription) => Known(subscription, subscriber =>
    {
        _subscriptions.Remove(subscription);
        return Asked(_dispatcher.Cancel(subscriber));
    });

    public StepRecord Dispatch(ImmutableArray<object> events)
    {
        var dispatch = _dispatcher.Dispatch(events.AsSpan());
        var record = StepRecord.Leftover(events.TakeLast(dispatch.Leftover), Messages(dispatch));
        _dispatcher.Ask();
        return record;
    }

    public StepRecord Info(string message) => StepRecord.Ok(Messages(_dispatcher.Inform(message)));

    private static string RefusalNamed(Refusal refusal) => refusal switch
    {
        Refusal.PartitionMissing => "partition_missing",
        Refusal.PartitionUnknown => "partition_unknown",
        Refusal.PartitionTaken => "partition_taken",
        Refusal.AlreadySubscribed => "already_subscribed",
        _ => $"{refusal}",
    };

    // The stage knows its subscriptions, and asks the dispatcher about no other.
    private StepRecord Known(string subscription, Func<Subscription, StepRecord> step) =>
        _subscriptions.TryGetValue(subscription, out var subscriber)
            ? step(subscriber)
            : StepRecord.Raised($"no subscription {subscription}");

    private StepRecord Asked(Dispatch<object> dispatch)
    {
        var messages = Messages(dispatch);
        return StepRecord.Demand(_dispatcher.Ask().Total, messages);
    }

    private ImmutableArray<StepMessage> Messages(Dispatch<object> dispatch)
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
                messages.Add(StepMessage.Delivered(NameOf(to), events));
            }
        }

        return messages.DrainToImmutable();
    }

    private string NameOf(Subscription subscription) => _subscriptions.First(one => one.Value == subscription).Key;
}
