using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Tck.Running;

/// <summary>
/// A random life of a producer's ledger whose consumers confirm, in order and ahead, give back, leave, and come back.
/// Events are numbers, all of them made of something. Every law is checked after every step.
/// </summary>
/// <param name="seed">Chooses the life.</param>
/// <param name="dispatcher">Who gets what.</param>
/// <param name="seating">What the dispatcher has to say of its seats.</param>
/// <param name="isEveryEventWanted">Whether none comes to its end without being handed on.</param>
/// <param name="options">
/// What a consumer asks for, by its seat where that has one owner, else by a number; null for no more than its seat.
/// </param>
internal sealed class DeliveryWalk(
    int seed, DispatcherOptions<int> dispatcher, Seating seating, bool isEveryEventWanted = true,
    Func<int, SubscriptionOptions>? options = null)
{
    private readonly Random _random = new(seed);
    private readonly ProducerLedger<int> _ledger = new(dispatcher, new());
    private readonly List<WalkConsumer> _consumers = [];
    private readonly List<(int Seat, string Holder)> _expected = [];
    private readonly EventFates _fates = new(seating == Seating.Copied, isEveryEventWanted);
    private readonly Dictionary<int, long> _largestDemands = [];
    private long _uninvited;
    private long _asked;
    private int _next;
    private int _lastId;

    /// <summary>Takes steps, and checks every law after each.</summary>
    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            switch (_random.Next(14))
            {
                case 0:
                    Subscribe(_random.Next(_ledger.Partitions.Count));
                    break;
                case 1 when _random.Next(3) == 0 && Any() is { } leaver:
                    Leave(leaver);
                    break;
                case 2 when _random.Next(4) == 0 && Any() is { } closed:
                    Carry(_ledger.Close(closed));
                    break;
                case 3 when _expected.Count > 0:
                    GiveUp();
                    break;
                case 4 when Any() is { Open.Count: > 0 } rejecting:
                    Reject(rejecting, Pick(rejecting));
                    break;
                case 5 when Any() is { Open.Count: > 0 } ahead:
                    ConfirmAhead(ahead, Pick(ahead));
                    break;
                case 6 or 7 when Any() is { } confirming:
                    Confirm(confirming, _random.NextInt64(-1, confirming.Sent + 3));
                    break;
                case < 11 when Any() is { } asking:
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
        for (var seat = 0; seat < _ledger.Partitions.Count; seat++)
        {
            Subscribe(seat, max: 1000);
        }

        for (var round = 0; round < 50; round++)
        {
            foreach (var consumer in _consumers)
            {
                Request(consumer, 1000);
                Settle();
                Confirm(consumer, consumer.Sent);
                Settle();
                CheckLaws();
            }
        }

        var books = _ledger.Balance();
        Assert.Equal((0L, 0L, 0, 0L), (books.InFlight, books.Returned, _ledger.Waiting, books.Parked));
        Assert.True(_fates.AreAllDone, "Expected every origin to be done.");
    }

    private WalkConsumer? Any() => _consumers.Count == 0 ? null : _consumers[_random.Next(_consumers.Count)];

    private long Pick(WalkConsumer of) => of.Open.Keys.ElementAt(_random.Next(of.Open.Count));

    private void Subscribe(int seat, int max = 0)
    {
        var wanted = options?.Invoke(seating == Seating.Exclusive ? seat : _lastId)
            ?? new() { Partition = seating == Seating.Exclusive ? _ledger.Partitions[seat] : null };
        wanted = wanted with
        {
            MaxDemand = max > 0 ? max : _random.Next(1, 13),
            MinDemand = 0,
            Delivery = max > 0 || _random.Next(6) > 0 ? DeliveryMode.AtLeastOnce : DeliveryMode.AtMostOnce,
        };
        var back = _expected.FindIndex(one => one.Seat == seat);
        var consumer = new WalkConsumer(
            new(++_lastId), wanted, back < 0 ? $"consumer {_lastId}" : _expected[back].Holder);
        if (_ledger.Subscribe(consumer).IsGranted)
        {
            _consumers.Add(consumer);
            _expected.RemoveAll(one => one.Holder == (string)consumer.Holder);
        }
    }

    private void Leave(WalkConsumer leaver)
    {
        var isBack = _random.Next(2) == 0;
        var handled = Math.Max(leaver.Handled, _random.NextInt64(leaver.Sent + 1));
        Forget(leaver, handled);
        _consumers.Remove(leaver);
        Carry(_ledger.Cancel(
            leaver, handled, failed: 1, isBack ? DiscardCause.ConsumerRestarted : DiscardCause.ConsumerGone));
        if (isBack)
        {
            _expected.Add((leaver.Seat, (string)leaver.Holder));
        }

        if (!isBack && seating == Seating.Copied)
        {
            _fates.End(leaver.IsRetained ? leaver.Open.Values : []);
            _fates.EndReturned(leaver.Holder);
        }
        else if (leaver.IsRetained)
        {
            _fates.Return(leaver.Open.Values, leaver.Holder);
        }
    }

    private void GiveUp()
    {
        var (seat, holder) = _expected[_random.Next(_expected.Count)];
        _expected.Remove((seat, holder));
        _ledger.GiveUpOn(seat, holder);
        if (seating == Seating.Copied)
        {
            _fates.EndReturned(holder);
        }
    }

    private void Reject(WalkConsumer consumer, long number)
    {
        Assert.Equal(consumer.IsRetained, _ledger.TryReject(consumer, number));
        Assert.False(consumer.IsRetained && _ledger.TryReject(consumer, number));
        if (consumer.IsRetained && consumer.Open.Remove(number, out var item))
        {
            _fates.Reject(item, consumer.Holder);
        }
    }

    private void ConfirmAhead(WalkConsumer consumer, long first)
    {
        var last = first + _random.Next(4);
        _ledger.Confirm(consumer, consumer.Handled, [new(first, last)]);
        foreach (var number in consumer.Open.Keys.Where(number => consumer.IsRetained && number >= first
            && number <= last).ToList())
        {
            consumer.Open.Remove(number, out var item);
            _fates.End([item]);
        }
    }

    private void Confirm(WalkConsumer consumer, long upTo)
    {
        _ledger.Confirm(consumer, upTo);
        Forget(consumer, upTo <= consumer.Sent ? upTo : 0);
    }

    private void Forget(WalkConsumer consumer, long upTo)
    {
        foreach (var number in consumer.Open.Keys.Where(number => number <= upTo).ToList())
        {
            consumer.Open.Remove(number, out var item);
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
            Assert.Contains(consumer, _consumers);
            for (var index = 0; index < events.Count; index++)
            {
                consumer.Open.Add(first + index, events[index]);
                CheckOrder(consumer, events[index], delivery.Attempt);
                Assert.Equal(_fates.Deliver(events[index], consumer), delivery.Attempt);
            }
        }
    }

    // Older before newer. What comes again comes in order and first, but for what was given back one by one.
    private void CheckOrder(WalkConsumer consumer, int item, int attempt)
    {
        if (attempt == 1)
        {
            Assert.True(item > consumer.LastFresh, $"5: {item} was sent after {consumer.LastFresh}");
            consumer.LastFresh = item;
        }
        else if (seating is not (Seating.Shared or Seating.Keyed) && !_fates.WasRejected(item))
        {
            Assert.True(item > consumer.LastAgain, $"7: {item} came again after {consumer.LastAgain}");
            Assert.True(consumer.LastFresh < 0, $"7: {item} came again after {consumer.LastFresh} was new");
            consumer.LastAgain = item;
        }
    }

    private void CheckLaws()
    {
        var books = _ledger.Balance();
        Assert.All(_consumers, one => Assert.Equal(one.Granted, one.Sent + one.Outstanding));
        Assert.Equal(_asked + _uninvited, books.Received + books.Owed);
        Assert.True(books.IsClosed, $"3: {books}");
        Assert.All(
            books.Partitions,
            one => Assert.True(
                seating == Seating.Copied || one.Returned == 0 || one.Outstanding == 0,
                $"4: something came back and is wanted: {one}"));
        Assert.All(_consumers, one => Assert.True(
            !one.IsRetained || (one.Open.Count == one.InFlight
                && one.InFlight + one.Outstanding <= one.Options.MaxDemand)));
        foreach (var there in _consumers.GroupBy(static one => one.Seat))
        {
            var demand = there.Sum(static one => (long)one.Options.MaxDemand);
            _largestDemands[there.Key] = Math.Max(_largestDemands.GetValueOrDefault(there.Key), demand);
        }

        Assert.InRange(books.Returned, 0, seating == Seating.Copied ? long.MaxValue : _largestDemands.Values.Sum());
        Assert.Equal(_fates.Returned, books.Returned);
        _fates.CheckOrigins();
    }
}
