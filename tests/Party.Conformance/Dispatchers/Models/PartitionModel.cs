using System.Collections.Immutable;
using System.Text.Json;
using Party.Conformance.Deviations;

namespace Party.Conformance.Dispatchers.Models;

/// <summary>The partition dispatcher: every event to the consumer of the partition that its hash names.</summary>
public sealed class PartitionModel : DispatcherModel
{
    private static readonly StringComparer ByName = StringComparer.Ordinal;

    private readonly Func<object, (object Item, string Partition)?> _hash;
    private readonly Dictionary<string, Share> _shares;
    private readonly Dictionary<string, string> _partitionOf = [];
    private long _waiting;
    private long _pending;

    /// <exception cref="ModelFaultException">There can be no such dispatcher.</exception>
    public PartitionModel(
        ImmutableArray<string> partitions, Func<object, (object Item, string Partition)?> hash, Switches switches)
        : base(switches)
    {
        if (partitions.IsEmpty && On(Switches.D14))
        {
            throw new ModelFaultException("Expected at least one partition.");
        }

        _hash = hash;
        _shares = partitions.ToDictionary(name => name, _ => new Share());
    }

    public override long Wanted => _waiting;

    public override bool TakesUninvited => false;

    // A partition queues what it has no demand for, so that room is kept for what is owed.
    public override long RoomBeside(long owed) => Math.Max(0, _waiting - owed);

    public override long Subscribe(string subscription, string process, JsonElement options)
    {
        var partition = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("partition", out var named)
            ? named.ToString()
            : On(Switches.D5) && _shares.Count == 1 ? _shares.Keys.Single()
            : throw Bad("partition_missing");
        if (!_shares.TryGetValue(partition, out var share))
        {
            throw Bad("partition_unknown");
        }

        if (share.Owner is not null)
        {
            throw Bad("partition_taken");
        }

        _partitionOf[subscription] = partition;
        share.Owner = subscription;
        return 0;
    }

    public override long Ask(string subscription, long count)
    {
        var share = ShareOf(subscription);
        if (share.Demand is { } demand)
        {
            share.Demand = demand + count;
        }
        else
        {
            Serve(share, count);
        }

        var covered = Math.Min(_pending, count);
        _pending -= covered;
        _waiting += count - covered;
        PassMarkersInFront();
        return count - covered;
    }

    public override long Cancel(string subscription, string process)
    {
        if (!_partitionOf.ContainsKey(subscription) && On(Switches.D5))
        {
            return 0;
        }

        var share = ShareOf(subscription);
        _partitionOf.Remove(subscription);
        share.Owner = null;
        if (share.Demand is { } demand)
        {
            _pending += demand;
            share.Demand = 0;
            return 0;
        }

        if (On(Switches.D4))
        {
            return 0;
        }

        var lost = share.Queue.Count(one => one is not Marker);
        foreach (var marker in share.Queue.OfType<Marker>())
        {
            Pass(marker);
        }

        share.Queue.Clear();
        share.Demand = 0;
        _waiting += lost;
        return lost;
    }

    public override List<object> Dispatch(List<object> events)
    {
        var placed = new Dictionary<string, List<object>>();
        var index = 0;
        var left = _waiting;
        var used = 0;
        GivenBack = 0;
        for (; index < events.Count && left > 0; index++)
        {
            var isSetAside = false;
            var place = Place(events[index], ref isSetAside);
            if (place is { } there)
            {
                placed.TryAdd(there.Partition, []);
                placed[there.Partition].Add(there.Item);
                used++;
            }

            // None uses up no demand here, and yet the producer has brought what it was asked for.
            if (place is not null || isSetAside || On(Switches.D3))
            {
                left--;
                GivenBack += place is null ? 1 : 0;
            }
        }

        _waiting -= used;
        foreach (var (partition, items) in placed.OrderBy(one => On(Switches.O1) ? "" : one.Key, ByName))
        {
            Give(_shares[partition], items);
        }

        PassMarkersInFront();
        return events.Skip(index).ToList();
    }

    public override void Info(string message)
    {
        var marker = new Marker(message);
        foreach (var share in _shares.Values.Where(share => share.Demand is null))
        {
            marker.Waits++;
            share.Queue.Add(marker);
        }

        if (marker.Waits == 0)
        {
            Send(StepMessage.Released(message));
        }
    }

    private (object Item, string Partition)? Place(object item, ref bool isSetAside)
    {
        try
        {
            var place = _hash(item);
            return place is not { } there || _shares.ContainsKey(there.Partition)
                ? place
                : throw new ModelFaultException($"no partition {there.Partition}");
        }
        catch (Exception error) when (error is ModelFaultException or InvalidOperationException)
        {
            isSetAside = On(Switches.D5);
            return isSetAside ? null : throw new ModelFaultException(error.Message);
        }
    }

    private Share ShareOf(string subscription) =>
        _partitionOf.TryGetValue(subscription, out var partition)
            ? _shares[partition]
            : throw Bad("unknown_subscription");

    private void Give(Share share, List<object> items)
    {
        if (share.Demand is { } demand)
        {
            var now = items.Take((int)demand).ToList();
            if (now.Count > 0)
            {
                Send(StepMessage.Delivered(share.Owner ?? "", now));
            }

            items = items.Skip(now.Count).ToList();
            share.Demand = demand - now.Count;
            if (share.Demand > 0)
            {
                return;
            }

            share.Demand = null;
        }

        share.Queue.AddRange(items);
    }

    private void Serve(Share share, long count)
    {
        var batch = new List<object>();
        while (count > 0 && share.Queue.Count > 0)
        {
            var next = share.Queue[0];
            share.Queue.RemoveAt(0);
            if (next is Marker marker)
            {
                Flush(share, batch);
                Pass(marker);
            }
            else
            {
                batch.Add(next);
                count--;
            }
        }

        Flush(share, batch);
        share.Demand = share.Queue.Count == 0 && count > 0 ? count : null;
    }

    private void Flush(Share share, List<object> batch)
    {
        if (batch.Count > 0)
        {
            Send(StepMessage.Delivered(share.Owner ?? "", batch));
            batch.Clear();
        }
    }

    private void Pass(Marker marker)
    {
        marker.Waits--;
        if (marker.Waits == 0)
        {
            Send(StepMessage.Released(marker.Message));
        }
    }

    // With D12, a message has passed when all events before it have, and an empty queue is no demand.
    private void PassMarkersInFront()
    {
        if (!On(Switches.D12))
        {
            return;
        }

        foreach (var share in _shares.Values.Where(share => share.Demand is null))
        {
            while (share.Queue is [Marker due, ..])
            {
                share.Queue.RemoveAt(0);
                Pass(due);
            }

            share.Demand = share.Queue.Count == 0 ? 0 : null;
        }
    }

    // Either an integer demand or, where it was used up, a queue of events and markers.
    private sealed class Share
    {
        public string? Owner { get; set; }

        public long? Demand { get; set; } = 0;

        public List<object> Queue { get; } = [];
    }

    private sealed class Marker(string message)
    {
        public string Message { get; } = message;

        public int Waits { get; set; }
    }
}
