using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Tck.Running;

namespace Party.Demand.Tests.Ledgers;

/// <summary>
/// A random life of a ledger whose partitions are shared by key: consumers come, ask, confirm in order and ahead, give
/// back, leave and crash, at both deliveries; partitions pause. Events are numbers, and a number's key and partition
/// follow from it. Every law is checked after every step.
/// </summary>
internal sealed class KeyedWalk
{
    private readonly Random _random;
    private readonly PartitionDispatcher<int> _dispatcher;
    private readonly ProducerLedger<int> _ledger;
    private readonly PartitionDispatcherOptions<int> _options;
    private readonly List<WalkConsumer> _consumers = [];
    private readonly List<(int Seat, string Holder)> _expected = [];
    private readonly EventFates _fates;
    private readonly int _keys;
    private readonly bool _isThrowing;

    // By key: what was placed and not handed on, what came back, what is where, and what was handed on last.
    private readonly Dictionary<int, SortedSet<int>> _placed = [];
    private readonly Dictionary<int, SortedSet<int>> _returned = [];
    private readonly Dictionary<int, (WalkConsumer Owner, int Count)> _inFlight = [];
    private readonly Dictionary<int, int> _lastFresh = [];
    private readonly HashSet<int> _keyed = [];
    private long _lost;
    private long _uninvited;
    private long _asked;
    private int _next;
    private int _lastId;

    public KeyedWalk(int seed, Func<PartitionDispatcherOptions<int>, PartitionDispatcherOptions<int>>? change = null)
    {
        _random = new(seed);
        _keys = _random.Next(1, 12);
        _isThrowing = seed % 4 == 0;
        var options = new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(1 + seed % 3),
            Selector = PartitionSelector.ByIndex<int>(number => KeyOf(number) % (1 + seed % 3)),
            Consumers = PartitionConsumers.SharedByKey,
            Key = EventKey.By<int, int>(Key),
            ParkLimit = _random.Next(1, 25),
        };
        _options = change?.Invoke(options) ?? options;
        _dispatcher = new(_options);
        _ledger = new(new Made(_dispatcher), new());
        _fates = new(
            isCopied: false,
            isEveryEventWanted: !_isThrowing && _options.ParkPolicy == ParkPolicy.Backpressure);
    }

    private int Partitions => _ledger.Partitions.Count;

    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (_random.Next(16))
            {
                case 0 or 1 when _consumers.Count < 3 * Partitions:
                    Subscribe(_random.Next(Partitions));
                    break;
                case 2 when _random.Next(3) == 0 && Any() is { } leaver:
                    Leave(leaver);
                    break;
                case 3 when _random.Next(4) == 0 && Any() is { } closed:
                    Carry(_ledger.Close(closed));
                    break;
                case 4 when _expected.Count > 0:
                    GiveUp();
                    break;
                case 5 when Any() is { IsRetained: true, Open.Count: > 0 } rejecting:
                    Reject(rejecting, Pick(rejecting));
                    break;
                case 6 when Any() is { Open.Count: > 0 } ahead:
                    ConfirmAhead(ahead, Pick(ahead));
                    break;
                case 7 or 8 or 9 when Any() is { } confirming:
                    Confirm(confirming, _random.NextInt64(-1, confirming.Sent + 3));
                    break;
                case 10 when _random.Next(4) == 0:
                    Carry(_ledger.PausePartition(_random.Next(Partitions)));
                    break;
                case 10:
                    _ledger.ResumePartition(_random.Next(Partitions));
                    break;
                case < 14 when Any() is { } asking:
                    Request(asking, _random.Next(1, 20));
                    break;
                default:
                    Emit(_random.Next(3) == 0 ? _random.Next(12) : (int)Math.Min(_ledger.Owed, _random.Next(30)));
                    break;
            }

            Settle();
            CheckLaws();
        }
    }

    /// <summary>Everybody leaves, others come and handle all there is; then every event has come to its end.</summary>
    public void Flush()
    {
        _consumers.ToList().ForEach(Leave);
        _expected.ToList().ForEach(_ => GiveUp());
        for (var seat = 0; seat < 2 * Partitions; seat++)
        {
            _ledger.ResumePartition(seat % Partitions);
            Subscribe(seat % Partitions, max: 1000);
        }

        for (var round = 0; round < 50; round++)
        {
            foreach (var consumer in _consumers)
            {
                Request(consumer, 10);
                Settle();
                Confirm(consumer, consumer.Sent);
                Settle();
                CheckLaws();
            }
        }

        var books = _ledger.Balance();
        Assert.Equal((0L, 0L, 0, 0L), (books.InFlight, books.Returned, _ledger.Waiting, books.Parked));
        Assert.True(_ledger is { IsFlushed: true, IsConfirmed: true });
        Assert.True(_fates.AreAllDone, "Expected every origin to be done.");
    }

    private int KeyOf(int number) => number * 7 % _keys;

    private int Key(int number)
    {
        Assert.True(_keyed.Add(number), $"8: the key of {number} was asked for twice");
        if (_isThrowing && number % 13 == 6)
        {
            throw new FormatException($"{number} has no key.");
        }

        var key = KeyOf(number);
        (_placed.TryGetValue(key, out var placed) ? placed : _placed[key] = []).Add(number);
        return key;
    }

    private WalkConsumer? Any() => _consumers.Count == 0 ? null : _consumers[_random.Next(_consumers.Count)];

    private long Pick(WalkConsumer of) => of.Open.Keys.ElementAt(_random.Next(of.Open.Count));

    private void Subscribe(int seat, int max = 0)
    {
        var back = _expected.FindIndex(one => one.Seat == seat);
        var wanted = new SubscriptionOptions
        {
            Partition = _ledger.Partitions[seat],
            MaxDemand = max > 0 ? max : _random.Next(1, 13),
            MinDemand = 0,
            Delivery = max > 0 || _random.Next(4) > 0 ? DeliveryMode.AtLeastOnce : DeliveryMode.AtMostOnce,
        };
        var consumer = new WalkConsumer(
            new(++_lastId), wanted, back < 0 ? $"consumer {_lastId}" : _expected[back].Holder);
        Assert.True(_ledger.Subscribe(consumer).IsGranted);
        _consumers.Add(consumer);
        _expected.RemoveAll(one => one.Holder == (string)consumer.Holder);
    }

    private void Leave(WalkConsumer leaver)
    {
        var isBack = _random.Next(2) == 0;
        var handled = Math.Max(leaver.Handled, _random.NextInt64(leaver.Sent + 1));
        Forget(leaver, handled);
        _consumers.Remove(leaver);
        foreach (var (_, item) in leaver.Open)
        {
            Land(item);
            if (leaver.IsRetained)
            {
                Back(item);
            }
        }

        _lost += leaver.IsRetained ? 0 : leaver.Open.Count;
        _fates.Return(leaver.IsRetained ? leaver.Open.Values : [], leaver.Holder);
        Carry(_ledger.Cancel(
            leaver, handled, failed: 1, isBack ? DiscardCause.ConsumerRestarted : DiscardCause.ConsumerGone));
        if (isBack)
        {
            _expected.Add((leaver.Seat, (string)leaver.Holder));
        }
    }

    private void GiveUp()
    {
        var (seat, holder) = _expected[_random.Next(_expected.Count)];
        _expected.Remove((seat, holder));
        _ledger.GiveUpOn(seat, holder);
    }

    private void Reject(WalkConsumer consumer, long number)
    {
        consumer.Open.Remove(number, out var item);
        Land(item);
        Back(item);
        _fates.Reject(item, consumer.Holder);
        Assert.True(_ledger.TryReject(consumer, number));
        Assert.False(_ledger.TryReject(consumer, number));
    }

    private void ConfirmAhead(WalkConsumer consumer, long first)
    {
        var last = _random.Next(5) == 0 ? long.MaxValue : first + _random.Next(4);
        foreach (var number in consumer.Open.Keys.Where(number => consumer.IsRetained && number >= first
            && number <= last).ToList())
        {
            consumer.Open.Remove(number, out var item);
            Land(item);
            _fates.End([item]);
        }

        _ledger.Confirm(consumer, consumer.Handled, [new(first, last)]);
    }

    private void Confirm(WalkConsumer consumer, long upTo)
    {
        Forget(consumer, upTo <= consumer.Sent ? upTo : 0);
        _ledger.Confirm(consumer, upTo);
    }

    private void Forget(WalkConsumer consumer, long upTo)
    {
        foreach (var number in consumer.Open.Keys.Where(number => number <= upTo).ToList())
        {
            consumer.Open.Remove(number, out var item);
            Land(item);
            if (consumer.IsRetained)
            {
                _fates.End([item]);
            }
        }
    }

    private void Request(WalkConsumer consumer, int count) => Carry(_ledger.Request(
        consumer, count, _random.Next(2) == 0 ? 0 : consumer.Granted + consumer.Deferred + count));

    private void Emit(int count)
    {
        var origin = _fates.Begin(_next, count);
        _uninvited += Math.Max(0, count - _ledger.Owed);
        _next += count;
        Carry(_ledger.Receive([.. Enumerable.Range(_next - count, count)], origin));
        Settle();
        origin.Close();
    }

    private void Settle()
    {
        while (_ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }

        _asked += _ledger.Ask().Total;
    }

    private void Carry(Dispatch<int> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            var (to, first, events) = delivery;
            var consumer = (WalkConsumer)to;
            Assert.True(consumer.IsOpen && _consumers.Contains(consumer));
            Assert.False(_ledger.IsPaused(consumer.Seat));
            for (var index = 0; index < events.Count; index++)
            {
                consumer.Open.Add(first + index, events[index]);
                CheckOrder(consumer, events[index], delivery.Attempt);
                Assert.Equal(_fates.Deliver(events[index], consumer), delivery.Attempt);
            }
        }
    }

    // Older before newer of a key, what came back first, and all that is unconfirmed of it with one consumer.
    private void CheckOrder(WalkConsumer consumer, int item, int attempt)
    {
        var key = KeyOf(item);
        var (owner, count) = _inFlight.GetValueOrDefault(key, (consumer, 0));
        Assert.True(owner == consumer, $"key {key} went to {consumer.Id} while {owner.Id} had {count} of it");
        _inFlight[key] = (consumer, count + 1);

        var back = _returned.GetValueOrDefault(key) ?? [];
        if (attempt > 1)
        {
            Assert.True(back.Count > 0 && back.Min == item, $"7: {item} came again before {back.Min}");
            back.Remove(item);
            return;
        }

        Assert.True(back.Count == 0, $"7: {item} came before {back.Min}, which had come back");
        Assert.True(item > _lastFresh.GetValueOrDefault(key, -1), $"5: {item} came after {_lastFresh.GetValueOrDefault(key, -1)}");
        Assert.True(
            _options.ParkPolicy != ParkPolicy.Backpressure || _placed[key].Min == item, $"5: {item} overtook another");
        _lastFresh[key] = item;
        _placed[key].Remove(item);
    }

    private void Land(int item)
    {
        var (owner, count) = _inFlight[KeyOf(item)];
        if (count == 1)
        {
            _inFlight.Remove(KeyOf(item));
        }
        else
        {
            _inFlight[KeyOf(item)] = (owner, count - 1);
        }
    }

    private void Back(int item) =>
        (_returned.TryGetValue(KeyOf(item), out var back) ? back : _returned[KeyOf(item)] = []).Add(item);

    private void CheckLaws()
    {
        var books = _ledger.Balance();
        Assert.Null(_ledger.CheckAll());
        Assert.True(books.IsClosed, $"3: {books}");
        Assert.Equal(_asked + _uninvited, books.Received + books.Owed);
        Assert.Equal(_fates.Returned, books.Returned);
        Assert.Equal(_returned.Values.Sum(static one => one.Count), books.Returned);
        Assert.Equal(_consumers.Sum(static one => one.Open.Count), books.InFlight);
        Assert.Equal(_consumers.Exists(static one => one.IsRetained && one.Open.Count > 0), _ledger.IsUnconfirmed);
        Assert.Equal(
            _lost,
            books.DiscardedFor(DiscardCause.ConsumerFailed) + books.DiscardedFor(DiscardCause.ConsumerGone)
            + books.DiscardedFor(DiscardCause.ConsumerRestarted));
        for (var partition = 0; partition < Partitions; partition++)
        {
            Assert.InRange(books.Partitions[partition].Parked, 0, _options.ParkLimit);
            CheckNobodyWaits(partition);
        }

        _fates.CheckOrigins();
    }

    // Where anybody has demand, what waits is of a key that somebody else has, who has none.
    private void CheckNobodyWaits(int partition)
    {
        var isWanted = _consumers.Exists(one => one.IsOpen && one.Seat == partition && one.Outstanding > 0);
        if (_ledger.IsPaused(partition) || !isWanted || _options.ParkPolicy != ParkPolicy.Backpressure)
        {
            return;
        }

        var waiting = Enumerable.Range(0, _keys)
            .Where(key => key % Partitions == partition)
            .SelectMany(key => (_placed.GetValueOrDefault(key) ?? []).Concat(_returned.GetValueOrDefault(key) ?? []));
        Assert.All(waiting, item => Assert.True(
            _inFlight.TryGetValue(KeyOf(item), out var there) && (!there.Owner.IsOpen || there.Owner.Outstanding == 0),
            $"4: {item} waits and is wanted"));
    }

    private sealed record Made(IDispatcher<int> Dispatcher) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => Dispatcher;
    }
}
