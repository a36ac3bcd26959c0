using System.Collections.Immutable;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Partitions;

/// <summary>
/// Party's dispatcher behind a buffer without bound: what it left over, the script need not bring again.
/// </summary>
public sealed class PartyStage(
    ImmutableArray<string> partitions,
    Func<long, (long Item, string Partition)?> hash,
    DemandScope scope) : IPartitionSubject
{
    private readonly ProducerLedger<long> _ledger = new(
        PartyPartitions.Options(partitions, hash, scope), new() { Size = EventBufferOptions.Infinite });

    private readonly Dictionary<string, Subscription> _subscriptions = [];
    private readonly HashSet<long> _seen = [];

    /// <summary>All that each partition's consumers got so far.</summary>
    public Dictionary<string, List<long>> Delivered { get; } = partitions
        .ToDictionary(name => name, _ => new List<long>());

    public StepRecord Subscribe(string subscription, string partition)
    {
        _subscriptions[subscription] = new(new(_subscriptions.Count + 1), new() { Partition = partition });
        _ledger.Subscribe(_subscriptions[subscription]);
        return Done();
    }

    public StepRecord Ask(string subscription, int count)
    {
        Carry(_ledger.Request(_subscriptions[subscription], count));
        return Done();
    }

    public StepRecord Cancel(string subscription)
    {
        var leaving = _subscriptions[subscription];
        Carry(_ledger.Cancel(leaving, leaving.Sent, failed: 0, DiscardCause.ConsumerGone));
        return Done();
    }

    public StepRecord Dispatch(ImmutableArray<long> events)
    {
        Carry(_ledger.Receive([.. events.Where(_seen.Add)]));
        return Done();
    }

    public StepRecord Info(string message) => Done();

    private StepRecord Done()
    {
        while (_ledger.TryServeBuffer(out var dispatch))
        {
            Carry(dispatch);
        }

        _ledger.Ask();
        return StepRecord.Of(demand: 0);
    }

    private void Carry(Dispatch<long> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            Delivered[delivery.To.Options.Partition ?? ""].AddRange(delivery.Events);
        }
    }
}
