using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Dispatchers;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Partitions;

/// <summary>
/// Party's dispatcher behind a buffer without bound: what it left over, the script need not bring again.
/// </summary>
public sealed class BufferedPartitions(
    RecordedDispatcher recorded, ImmutableArray<string> partitions, DemandScope scope) : IDispatcherSubject
{
    private readonly ProducerLedger<object> _ledger = new(
        PartyOptions.Of(recorded, partitions, scope), new() { Size = EventBufferOptions.Infinite });

    private readonly Dictionary<string, Subscription> _subscriptions = [];
    private readonly HashSet<object> _seen = [];

    /// <summary>All that each partition's consumers got so far.</summary>
    public Dictionary<string, List<object>> Delivered { get; } = partitions
        .ToDictionary(name => name, _ => new List<object>());

    public StepRecord Subscribe(string subscription, string process, JsonElement options)
    {
        var subscriber = new RecordedSubscription(
            subscription, process, _subscriptions.Count + 1, PartyOptions.Of(options));
        if (_ledger.Subscribe(subscriber).IsGranted)
        {
            _subscriptions[subscription] = subscriber;
        }

        return Done();
    }

    public StepRecord Ask(string subscription, int count)
    {
        if (_subscriptions.TryGetValue(subscription, out var subscriber))
        {
            Carry(_ledger.Request(subscriber, count));
        }

        return Done();
    }

    public StepRecord Cancel(string subscription)
    {
        if (_subscriptions.Remove(subscription, out var leaving))
        {
            Carry(_ledger.Cancel(leaving, leaving.Sent, failed: 0, DiscardCause.ConsumerGone));
        }

        return Done();
    }

    public StepRecord Dispatch(ImmutableArray<object> events)
    {
        Carry(_ledger.Receive([.. events.Where(_seen.Add)]));
        return Done();
    }

    public StepRecord Info(string message) => Done();

    private StepRecord Done()
    {
        while (_ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }

        _ledger.Ask();
        return StepRecord.Ok();
    }

    private void Carry(Dispatch<object> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            Delivered[delivery.To.Options.Partition ?? ""].AddRange(delivery.Events);
        }
    }
}
