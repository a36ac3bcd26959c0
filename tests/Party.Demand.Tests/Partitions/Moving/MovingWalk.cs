using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions.Moving;

/// <summary>
/// A random life of books whose partitions change: an event is a key and its number within the key. Whatever happens, a
/// key's events are handed on in order, and at another partition only when all before are over.
/// </summary>
internal sealed class MovingWalk
{
    private const int Keys = 6;
    private const int MaxDemand = 4;

    private readonly Random _random;
    private readonly bool _mayCrash;
    private readonly bool _isByKey;
    private readonly DeliveryMode _delivery;
    private readonly int _parkLimit;
    private readonly ProducerLedger<(int Key, int Number)> _ledger;
    private readonly Dictionary<SubscriptionId, Guest> _guests = [];
    private readonly int[] _next = new int[Keys];
    private readonly int[] _highest = new int[Keys];
    private readonly string?[] _lastPlace = new string?[Keys];
    private readonly HashSet<(int Key, int Number)> _open = [];
    private readonly HashSet<(int Key, int Number)> _handled = [];
    private int[] _map;
    private long _lastId;
    private int _count;

    public MovingWalk(
        int seed, DeliveryMode delivery, bool mayCrash, PartitionConsumers consumers, bool isSorted = false)
    {
        _isByKey = consumers == PartitionConsumers.SharedByKey;
        _random = new(seed);
        _mayCrash = mayCrash;
        _delivery = delivery;
        _parkLimit = _random.Next(1, 8);
        _count = _random.Next(1, 5);
        _map = NewMap(_count);
        _ledger = new(
            new PartitionDispatcherOptions<(int Key, int Number)>
            {
                Partitions = PartitionNames.Numbered(_count),
                Selector = Selector(_map),
                ParkLimit = _parkLimit,
                Consumers = consumers,
                IsAddressed = seed % 3 == 0,
                Key = _isByKey ? EventKey.By<(int Key, int Number), int>(item => item.Key) : null,
                Priorities = isSorted && !_isByKey
                    ? new(item => item.Key % 3, 3, 1, 2)
                    : null,
                ParkBytes = isSorted ? 20 : null,
                Size = isSorted ? item => item.Key : null,
            },
            new());
    }

    public int Changes { get; private set; }

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            _ledger.Now = step;
            Step();
            Check();
        }

        Finish();
    }

    private void Step()
    {
        switch (_random.Next(12))
        {
            case 0 or 1:
                Subscribe($"{_random.Next(_count)}");
                break;
            case 2 or 3 or 4 when Any() is { } guest:
                Request(guest);
                break;
            case 5 or 6 or 7 when Any() is { } guest:
                Confirm(guest, _random.Next((int)guest.InFlight + 1));
                break;
            case 8 when Any() is { } guest && (_mayCrash || guest.InFlight == 0):
                Leave(guest, _random.Next(2) == 0 ? DiscardCause.ConsumerGone : DiscardCause.ConsumerRestarted);
                break;
            case 9 when _random.Next(4) == 0:
                Change();
                break;
            default:
                Produce(_random.Next(1, 6));
                break;
        }

        Serve();
    }

    private void Subscribe(string partition)
    {
        var guest = new Guest(new(++_lastId), partition, _delivery);
        if (_ledger.Subscribe(guest).IsGranted)
        {
            _guests[guest.Id] = guest;
        }
    }

    private void Request(Guest guest)
    {
        var room = (int)(MaxDemand - guest.Outstanding - guest.InFlight - guest.Deferred);
        if (room > 0 && guest.IsOpen)
        {
            Take(_ledger.Request(guest, _random.Next(1, room + 1)));
        }
    }

    private void Confirm(Guest guest, int count)
    {
        _ledger.Confirm(guest, guest.Handled + count);
        foreach (var item in guest.Take(count))
        {
            Assert.True(_handled.Add(item), $"{item} was handled twice.");
            _open.Remove(item);
        }
    }

    private void Leave(Guest guest, DiscardCause cause)
    {
        _guests.Remove(guest.Id);
        Take(_ledger.Cancel(guest, guest.Handled, 0, cause));
        foreach (var item in guest.Take(int.MaxValue))
        {
            _open.Remove(item);
            if (_delivery == DeliveryMode.AtLeastOnce)
            {
                _highest[item.Key] = Math.Min(_highest[item.Key], item.Number - 1);
            }
        }

        if (cause == DiscardCause.ConsumerRestarted && _random.Next(2) == 0)
        {
            _ledger.GiveUpOn(guest.Seat, guest.Holder);
        }
    }

    private void Change()
    {
        var count = _random.Next(1, 6);
        var map = NewMap(count);
        Assert.Null(_ledger.ChangePartitions(new()
        {
            Partitions = PartitionNames.Numbered(count),
            Selector = Selector(map),
            Removed = _random.Next(2) == 0 ? RemovedPartitions.Drain : RemovedPartitions.Move,
        }));
        (_count, _map) = (count, map);
        Changes++;
    }

    private void Produce(int most)
    {
        _ledger.Ask();
        var owed = (int)Math.Min(most, _ledger.Owed);
        var events = new (int Key, int Number)[owed];
        for (var index = 0; index < owed; index++)
        {
            var key = _random.Next(Keys);
            events[index] = (key, ++_next[key]);
        }

        Take(_ledger.Receive(events));
    }

    private void Serve()
    {
        var isBusy = true;
        while (isBusy)
        {
            isBusy = _ledger.TryServe(out var dispatch);
            Take(dispatch);
            while (_ledger.TryTakeEnding(out var ending))
            {
                isBusy = true;
                Take(_ledger.Close(ending));
            }

            foreach (var guest in _guests.Values.Where(guest => !guest.IsOpen && guest.InFlight == 0).ToList())
            {
                isBusy = true;
                Leave(guest, DiscardCause.ConsumerGone);
            }
        }

        while (_ledger.TryTakeReport(out _))
        {
        }
    }

    private void Take(Dispatch<(int Key, int Number)> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            var guest = (Guest)delivery.To;
            foreach (var item in delivery.Events)
            {
                Assert.True(item.Number > _highest[item.Key], $"{item} came after {_highest[item.Key]}.");
                var place = _isByKey ? $"{guest.Id}" : guest.Partition;
                if (_lastPlace[item.Key] is { } last && last != place)
                {
                    Assert.DoesNotContain(_open, open => open.Key == item.Key);
                }

                _lastPlace[item.Key] = place;
                _highest[item.Key] = item.Number;
                _open.Add(item);
                guest.Add(item);
            }
        }
    }

    private void Check()
    {
        Assert.Null(_ledger.CheckAll());
        var books = _ledger.Balance();
        Assert.True(books.IsClosed);
        Assert.All(books.Partitions, partition => Assert.InRange(partition.Parked, 0, _parkLimit));
    }

    // Everybody comes, asks and handles until nothing is left; then all that was emitted has been handled, or lost by
    // one that left with it, which only at-most-once allows.
    private void Finish()
    {
        for (var round = 0; round < 500 && !IsAtRest(); round++)
        {
            for (var partition = 0; partition < _count; partition++)
            {
                Subscribe($"{partition}");
            }

            foreach (var guest in _guests.Values.ToList())
            {
                Confirm(guest, (int)guest.InFlight);
                Serve();
            }

            foreach (var guest in _guests.Values.ToList())
            {
                Request(guest);
                Serve();
            }

            // Whoever is expected back stays away.
            for (var seat = 0; seat < _ledger.Partitions.Count; seat++)
            {
                _ledger.GiveUpOn(seat, this);
            }

            Serve();
            Check();
        }

        var books = _ledger.Balance();
        Assert.True(IsAtRest(), $"{books} changing: {_ledger.IsChanging}");
        Assert.Equal(_next.Sum(), books.Received);
        if (_delivery == DeliveryMode.AtLeastOnce || !_mayCrash)
        {
            Assert.Equal(books.Received, _handled.Count);
        }
    }

    private bool IsAtRest()
    {
        var books = _ledger.Balance();
        return !_ledger.IsChanging && books.Held + books.Parked + books.Returned + books.InFlight == 0;
    }

    private Guest? Any() => _guests.Count == 0 ? null : _guests.Values.ElementAt(_random.Next(_guests.Count));

    private int[] NewMap(int count) => [.. Enumerable.Range(0, Keys).Select(_ => _random.Next(count))];

    private static PartitionSelector<(int Key, int Number)> Selector(int[] map) =>
        PartitionSelector.ByIndex<(int Key, int Number)>(item => map[item.Key]);

    private sealed class Guest(SubscriptionId id, string partition, DeliveryMode delivery)
        : Subscription(id, new() { Partition = partition, Delivery = delivery, MaxDemand = MaxDemand })
    {
        private readonly Queue<(int Key, int Number)> _inFlight = [];

        public string Partition => partition;

        public void Add((int Key, int Number) item) => _inFlight.Enqueue(item);

        public List<(int Key, int Number)> Take(int count)
        {
            var taken = new List<(int Key, int Number)>();
            while (taken.Count < count && _inFlight.TryDequeue(out var item))
            {
                taken.Add(item);
            }

            return taken;
        }
    }
}
