using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>
/// A random life of a producer's ledger: consumers come, ask, handle, fail and leave; the producer emits what it is
/// asked for, less, or more. Events are numbers, and a number's partition follows from it, so that the walk knows
/// what has to come out where. Every law is checked after every step.
/// </summary>
internal sealed class LedgerWalk
{
    private const int None = 5;
    private const int Unknown = 6;
    private const int Throwing = 7;

    private readonly Random _random;
    private readonly ProducerLedger<int> _ledger;
    private readonly PartitionDispatcherOptions<int> _options;
    private readonly Subscription?[] _owners;
    private readonly int[] _lastDelivered;
    private readonly List<string> _broken = [];
    private long _hashed;
    private int _lastHashed = -1;
    private long _uninvited;
    private long _asked;
    private long _owed;
    private long _largestDemand;
    private int _next;
    private int _lastId;
    private bool _isDraining;

    public LedgerWalk(int seed, Func<PartitionDispatcherOptions<int>, PartitionDispatcherOptions<int>>? change = null)
    {
        _random = new Random(seed);
        var partitions = _random.Next(1, 6);
        var options = new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(partitions),
            Selector = PartitionSelector.ByIndex<int>(Select),
            ParkLimit = _random.Next(1, 30),
            DefaultPartition = "0",
        };
        _options = change?.Invoke(options) ?? options;
        _ledger = new(_options, new() { Size = _random.Next(1, 40), Keep = (BufferKeep)_random.Next(2) });
        _owners = new Subscription?[partitions];
        _lastDelivered = [.. Enumerable.Repeat(-1, partitions)];
    }

    public ProducerBooks Books => _ledger.Balance();

    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var partition = _random.Next(_owners.Length);
            if (_random.Next(3) == 0)
            {
                Unfold();
            }

            switch (_random.Next(10))
            {
                case 0:
                    Subscribe(partition);
                    break;
                case 1 when _random.Next(4) == 0:
                    Cancel(partition);
                    break;
                case 2 when _random.Next(8) == 0:
                    Forget();
                    break;
                case 3 when _owners[partition] is { } owner:
                    _ledger.Confirm(owner, owner.Handled + _random.NextInt64(owner.InFlight + 1));
                    break;
                case < 6:
                    Request(partition, _random.Next(1, 20));
                    break;
                default:
                    Emit(_random.Next(3) == 0 ? _random.Next(30) : (int)Math.Min(_owed, _random.Next(30)));
                    break;
            }

            CheckLaws();
        }
    }

    /// <summary>
    /// Gives every partition a consumer that asks for more than there is, until nothing moves any more.
    /// </summary>
    public void Flush()
    {
        for (var partition = 0; partition < _owners.Length; partition++)
        {
            Subscribe(partition);
        }

        Unfold();
        _ledger.Drain();
        _isDraining = true;
        for (var partition = 0; partition < _owners.Length; partition++)
        {
            Request(partition, 10_000);
            Unfold();
            CheckLaws();
        }
    }

    private int Select(int number)
    {
        _hashed++;
        Expect(number > _lastHashed, $"8: {number} was hashed after {_lastHashed}");
        _lastHashed = number;
        return (number * 7 % 41) switch
        {
            None => Placement<int>.NoPartition,
            Unknown => 99,
            Throwing => throw new FormatException("Not a number."),
            var rest => rest % _options.Partitions.Count,
        };
    }

    private void Subscribe(int partition)
    {
        var subscription = new Subscription(new(++_lastId), new() { Partition = _options.Partitions[partition] });
        var admission = _ledger.Subscribe(subscription);
        Assert.Equal(_owners[partition] is null ? Refusal.None : Refusal.PartitionTaken, admission.Refusal);
        _owners[partition] ??= subscription;
    }

    private void Cancel(int partition)
    {
        if (_owners[partition] is { } owner)
        {
            var handled = owner.Handled + _random.NextInt64(owner.InFlight + 1);
            var parked = Books.Partitions[partition].Parked;
            Carry(_ledger.Cancel(owner, handled, failed: _random.Next(4), DiscardCause.ConsumerRestarted));
            _owners[partition] = null;
            Expect(Books.Partitions[partition].Parked >= parked, "7: what a leaving consumer had not been sent stays");
            Settle();
        }
    }

    private void Request(int partition, int demand)
    {
        if (_owners[partition] is { } owner)
        {
            var total = _random.Next(2) == 0 ? 0 : owner.Granted + owner.Folded + demand;
            if (_random.Next(3) == 0)
            {
                // It waits for what others ask for.
                _ledger.Fold(owner, demand, total);
                return;
            }

            Carry(_ledger.Request(owner, demand, total));
            Settle();
        }
    }

    // The producer restarts, and is asked again for exactly what it owes.
    private void Forget()
    {
        var again = _ledger.AskAgain();
        Assert.Equal(_owed, again.Total);
        if (_options.IsAddressed)
        {
            Assert.Equal(again.Total, again.Partitions.ToArray().Sum(partition => partition.Count));
        }
    }

    private void Unfold()
    {
        if (_ledger.TryUnfold(out var dispatch))
        {
            Carry(dispatch);
            Settle();
        }
    }

    private void Emit(int count)
    {
        int[] events = [.. Enumerable.Range(_next, count)];
        _next += count;
        _uninvited += Math.Max(0, count - _owed);
        _owed -= Math.Min(_owed, count);
        Carry(_ledger.Receive(events));
        Settle();
    }

    private void Settle()
    {
        while (_ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }

        var outstanding = _owners.Sum(owner => owner?.Outstanding ?? 0);
        _largestDemand = Math.Max(_largestDemand, outstanding);
        var increment = _ledger.Ask();
        _asked += increment.Total;
        _owed += increment.Total;
        Assert.All(increment.Partitions.ToArray(), one => Assert.InRange(one.Count, 1, int.MaxValue));
    }

    private void Carry(Dispatch<int> dispatch)
    {
        foreach (var (to, first, events) in dispatch.Deliveries)
        {
            Assert.Equal(to.Sent - events.Count + 1, first);
            foreach (var number in events)
            {
                Expect(number > _lastDelivered[to.Seat], $"5: {number} was sent after {_lastDelivered[to.Seat]}");
                _lastDelivered[to.Seat] = number;
            }
        }
    }

    private void CheckLaws()
    {
        var books = Books;
        foreach (var owner in _owners.OfType<Subscription>())
        {
            Expect(owner.Granted == owner.Sent + owner.Outstanding, "1: granted = sent + outstanding");
        }

        Expect(_owed == books.Owed, "2: what was asked and not received is owed");
        Expect(_asked + _uninvited == books.Received + books.Owed, "2: asked + uninvited = received + owed");
        Expect(books.IsClosed, "3: received is all accounted for");
        foreach (var partition in books.Partitions)
        {
            Expect(
                partition.Parked == 0 || partition.Outstanding == 0, "4: no partition has demand and a parked event");
            Expect(partition.Parked <= _options.ParkLimit, "parked is at most the limit");
        }

        Expect(
            _isDraining || books.Held > 0 || books.Owed >= books.Partitions.Sum(Wanted),
            "6: what was discarded gave its demand back, and is asked for again");
        Expect(books.Held <= _largestDemand, "held is at most the demand there ever was");
        Expect(
            _hashed <= books.Received - books.Buffered - Math.Max(0, books.Held - 1),
            "8: what waits in the buffer, or is held behind the first, was not hashed");
        Assert.Empty(_broken);
    }

    // What at least is to be owed for a partition, unless something is held.
    private long Wanted(PartitionBooks partition) => _options switch
    {
        { IsAddressed: true } => Math.Min(partition.Outstanding, _options.ParkLimit - partition.Parked),
        { Demand: DemandScope.Pooled } => partition.Outstanding - partition.Parked,
        _ => partition.Outstanding,
    };

    private void Expect(bool holds, string law)
    {
        if (!holds)
        {
            _broken.Add(law);
        }
    }
}
