using System.Collections.Immutable;

namespace Party.Conformance.Partitions;

/// <summary>
/// What GenStage's partition dispatcher does, as naively as it can be written: lists, no cleverness, nothing of
/// Party's. With a switch on, it does what Party does instead, on purpose.
/// </summary>
public sealed class PartitionModel(
    ImmutableArray<string> partitions,
    Func<long, (long Item, string Partition)?> hash,
    PartitionDeviations deviations) : IPartitionSubject
{
    private readonly Dictionary<string, Share> _shares = partitions.ToDictionary(name => name, _ => new Share());
    private readonly Dictionary<string, string> _partitionOf = [];
    private readonly List<StepMessage> _messages = [];
    private long _waiting;
    private long _pending;

    public StepRecord Subscribe(string subscription, string partition)
    {
        _partitionOf[subscription] = partition;
        _shares[partition].Owner = subscription;
        return Done("demand 0");
    }

    public StepRecord Ask(string subscription, int count)
    {
        var share = _shares[_partitionOf[subscription]];
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
        return Done($"demand {count - covered}");
    }

    public StepRecord Cancel(string subscription)
    {
        var share = _shares[_partitionOf[subscription]];
        share.Owner = null;
        if (share.Demand is { } demand)
        {
            _pending += demand;
            share.Demand = 0;
            return Done("demand 0");
        }

        if (deviations.HasFlag(PartitionDeviations.D4))
        {
            return Done("demand 0");
        }

        var lost = share.Queue.OfType<long>().Count();
        foreach (var marker in share.Queue.OfType<Marker>())
        {
            Pass(marker);
        }

        share.Queue.Clear();
        share.Demand = 0;
        _waiting += lost;
        return Done($"demand {lost}");
    }

    public StepRecord Dispatch(ImmutableArray<long> events)
    {
        var placed = new Dictionary<string, List<long>>();
        var index = 0;
        var left = _waiting;
        for (; index < events.Length && left > 0; index++)
        {
            var place = hash(events[index]);
            if (place is { } there)
            {
                placed.TryAdd(there.Partition, []);
                placed[there.Partition].Add(there.Item);
                _waiting--;
            }

            if (place is not null || deviations.HasFlag(PartitionDeviations.D3))
            {
                left--;
            }
        }

        foreach (var (partition, items) in placed)
        {
            Give(_shares[partition], items);
        }

        return Done($"leftover {events.Length - index}");
    }

    public StepRecord Info(string message)
    {
        var marker = new Marker(message);
        foreach (var share in _shares.Values.Where(share => share.Demand is null))
        {
            marker.Waits++;
            share.Queue.Add(marker);
        }

        if (marker.Waits == 0)
        {
            _messages.Add(StepMessage.Released(message));
        }

        return Done("demand 0");
    }

    private void Give(Share share, List<long> items)
    {
        if (share.Demand is { } demand)
        {
            var now = items.Take((int)demand).ToList();
            if (now.Count > 0)
            {
                _messages.Add(StepMessage.Delivered(share.Owner ?? "", now));
            }

            items = items.Skip(now.Count).ToList();
            share.Demand = demand - now.Count;
            if (share.Demand > 0)
            {
                return;
            }

            share.Demand = null;
        }

        share.Queue.AddRange(items.Cast<object>());
    }

    private void Serve(Share share, int count)
    {
        var batch = new List<long>();
        while (count > 0 && share.Queue.Count > 0)
        {
            var next = share.Queue[0];
            share.Queue.RemoveAt(0);
            if (next is Marker marker)
            {
                Send(share, batch);
                Pass(marker);
            }
            else
            {
                batch.Add((long)next);
                count--;
            }
        }

        Send(share, batch);
        share.Demand = share.Queue.Count == 0 && count > 0 ? count : null;
    }

    private void Send(Share share, List<long> batch)
    {
        if (batch.Count > 0)
        {
            _messages.Add(StepMessage.Delivered(share.Owner ?? "", batch));
            batch.Clear();
        }
    }

    private void Pass(Marker marker)
    {
        marker.Waits--;
        if (marker.Waits == 0)
        {
            _messages.Add(StepMessage.Released(marker.Message));
        }
    }

    private StepRecord Done(string result)
    {
        if (deviations.HasFlag(PartitionDeviations.D12))
        {
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

        var record = new StepRecord(result, [.. _messages]);
        _messages.Clear();
        return record;
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
