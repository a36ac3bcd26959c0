using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>
/// A random life of a producer with partitions: every skew, bursts, consumers that come, ask, handle, give back, crash
/// and leave, a producer that restarts and pushes. After every step the bounds of parking hold; in the end, when
/// everybody asks now and then, all that was made has arrived.
/// </summary>
internal sealed class ParkingWalk
{
    private const int LargestSize = 20;

    private readonly Random _random;
    private readonly PartitionDispatcherOptions<int> _options;
    private readonly ParkingProducer _producer;
    private readonly ProducerLedger<int> _ledger;
    private readonly ParkingSeat[] _seats;
    private readonly List<int> _attempts = [];
    private readonly HashSet<int> _ended = [];
    private readonly HashSet<int> _uninvited = [];
    private readonly bool? _isAtLeastOnce;
    private readonly bool _isPausing;
    private readonly int _bufferSize;
    private long _largestDemand;
    private int _lastId;
    private int _lastSelected;
    private int _lastPartition;
    private string? _broken;

    public ParkingWalk(
        int seed,
        Func<PartitionDispatcherOptions<int>, PartitionDispatcherOptions<int>> change,
        bool isPushing = true,
        bool isPausing = false)
    {
        _isPausing = isPausing;
        _random = new Random(seed);
        var partitions = _random.Next(1, 6);
        _options = change(new()
        {
            Partitions = PartitionNames.Numbered(partitions),
            Selector = PartitionSelector.ByIndex<int>(Select),
            ParkLimit = _random.Next(8) == 0 ? PartitionDispatcherOptions<int>.Unbounded : _random.Next(1, 20),
            DefaultPartition = "0",
        });
        _producer = new(_random, _options, isPushing, limit: _random.Next(50, 400));
        _bufferSize = _random.Next(1, 30);
        _ledger = new(_options, new() { Size = _bufferSize, Keep = (BufferKeep)_random.Next(2) });
        _seats = [.. Enumerable.Range(0, partitions).Select(_ => new ParkingSeat(_options.Consumers, ClassOf))];
        _isAtLeastOnce = _random.Next(3) switch { 0 => true, 1 => false, _ => null };
    }

    public ProducerBooks Books => _ledger.Balance();

    public static long SizeOf(int item) => item % LargestSize;

    /// <summary>Of two classes that are served by weight, the class of an event.</summary>
    public static int ClassOf(int item) => item % 2;

    /// <summary>Takes steps, and checks every law after each.</summary>
    public void Take(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Act(_random.Next(_seats.Length));
            CheckLaws();
        }
    }

    /// <summary>Everybody asks now and then, and fails now and then, until there is nothing left to do.</summary>
    public void ComeToRest()
    {
        for (var at = 0; at < _seats.Length; at++)
        {
            if (_seats[at].IsPaused)
            {
                Pause(at);
            }

            _seats[at].Leaving.ToList().ForEach(one => End(_seats[at], one, DiscardCause.ConsumerGone));
            if (IsToBeServed(at) || _random.Next(2) == 0)
            {
                Subscribe(at);
            }
        }

        for (var (sweep, isAnyMoving) = (0, true); isAnyMoving; sweep++)
        {
            Assert.True(sweep < 20_000, "Expected it to come to rest.");
            isAnyMoving = Sweep(isEverybody: sweep % 4 == 3, mayFail: sweep < 20) || sweep % 4 < 3;
        }

        CheckRest();
    }

    private int Select(int item)
    {
        var partition = _producer.PartitionOf(item);
        (_lastSelected, _lastPartition) = (item, partition);
        _ = partition < 0 ? 0 : _seats[partition].Bytes += SizeOf(item);
        return partition;
    }

    private void Act(int at)
    {
        var seat = _seats[at];
        switch (_random.Next(17))
        {
            case 0 or 1:
                Subscribe(at);
                break;
            case 2 when _random.Next(3) == 0 && seat.Any(_random) is { } crashing:
                seat.Consumers.Remove(crashing);
                End(seat, crashing, _random.Next(2) == 0 ? DiscardCause.ConsumerRestarted : DiscardCause.ConsumerGone);
                break;
            case 3 when _random.Next(3) == 0 && seat.Any(_random) is { } leaver:
                seat.Consumers.Remove(leaver);
                seat.Leaving.Add(leaver);
                Carry(_ledger.Close(leaver));
                break;
            case 4 when seat.Leaving.Count > 0:
                End(seat, seat.Leaving[0], DiscardCause.ConsumerGone);
                break;
            case 5 when seat.Any(_random) is { InHand.Count: > 0 } rejecting:
                Reject(seat, rejecting);
                break;
            case 6 when _random.Next(4) == 0:
                Restart();
                break;
            case 7:
                Receive(_producer.Push());
                break;
            case 10 when _isPausing && _random.Next(2) == 0:
                Pause(at);
                break;
            case 8 or 9:
                Handle(seat);
                break;
            case < 14:
                Request(seat);
                break;
            default:
                Receive(_producer.Answer());
                break;
        }

        Settle();
    }

    private bool Sweep(bool isEverybody, bool mayFail)
    {
        var isMoving = false;
        foreach (var seat in _seats.Where(_ => isEverybody || _random.Next(2) == 0))
        {
            if (mayFail && _random.Next(10) == 0 && seat.Any(_random) is { } crashing)
            {
                seat.Consumers.Remove(crashing);
                End(seat, crashing, DiscardCause.ConsumerRestarted);
                Subscribe(Array.IndexOf(_seats, seat));
            }

            isMoving |= Handle(seat);
            isMoving |= Request(seat);
            Settle();
            CheckLaws();
        }

        var events = _producer.Answer();
        Receive(events);
        Settle();
        CheckLaws();
        return isMoving || events.Length > 0;
    }

    // Every partition that is fed, where its events wait for somebody; else only what is there, and one to ask.
    private bool IsToBeServed(int at) =>
        _options.WithoutConsumer == WithoutConsumer.Park || _options.IsAddressed
            ? _producer.Feeds(at) || IsAnythingIn(at)
            : at == 0 || IsAnythingIn(at);

    private bool IsAnythingIn(int at) => Books.Partitions[at] is not { Parked: 0, Returned: 0 };

    private void Subscribe(int at)
    {
        if (!_seats[at].IsOpen)
        {
            return;
        }

        var isRetained = _isAtLeastOnce ?? _random.Next(2) == 0;
        var consumer = new ParkingConsumer(new(++_lastId), new()
        {
            Partition = _options.Partitions[at],
            MaxDemand = _random.Next(1, 13),
            MinDemand = 0,
            Delivery = isRetained ? DeliveryMode.AtLeastOnce : DeliveryMode.AtMostOnce,
        });
        Assert.True(_ledger.Subscribe(consumer).IsGranted);
        _seats[at].Consumers.Add(consumer);
    }

    private void Pause(int at)
    {
        var seat = _seats[at];
        seat.IsPaused = !seat.IsPaused;
        if (seat.IsPaused)
        {
            Carry(_ledger.PausePartition(at));
        }
        else
        {
            _ledger.ResumePartition(at);
            Settle();
        }
    }

    private bool Request(ParkingSeat seat)
    {
        var isAny = false;
        foreach (var consumer in seat.Consumers.Where(static one => one.Room > 0))
        {
            Carry(_ledger.Request(consumer, _random.Next(1, consumer.Room + 1)));
            isAny = true;
        }

        return isAny;
    }

    private bool Handle(ParkingSeat seat)
    {
        var isAny = false;
        foreach (var consumer in seat.Consumers.Where(static one => one.InHand.Count > 0))
        {
            HandleUpTo(consumer, consumer.InHand.Keys.ElementAt(_random.Next(consumer.InHand.Count)));
            isAny = true;
        }

        return isAny;
    }

    private void HandleUpTo(ParkingConsumer consumer, long number)
    {
        _ledger.Confirm(consumer, number);
        foreach (var handled in consumer.InHand.Keys.TakeWhile(one => one <= number).ToList())
        {
            consumer.InHand.Remove(handled, out var item);
            _ended.Add(item);
        }
    }

    private void Reject(ParkingSeat seat, ParkingConsumer consumer)
    {
        var number = consumer.InHand.Keys.ElementAt(_random.Next(consumer.InHand.Count));
        if (_ledger.TryReject(consumer, number))
        {
            consumer.InHand.Remove(number, out var item);
            seat.Returned.Add(item);
        }
    }

    private void End(ParkingSeat seat, ParkingConsumer consumer, DiscardCause cause)
    {
        var handled = consumer.Handled;
        if (_random.Next(2) == 0 && consumer.InHand.Count > 0)
        {
            handled = consumer.InHand.Keys.ElementAt(_random.Next(consumer.InHand.Count));
            HandleUpTo(consumer, handled);
        }

        seat.Leaving.Remove(consumer);
        foreach (var item in consumer.InHand.Values)
        {
            // At most once, what a consumer was sent goes with it.
            _ = consumer.IsRetained ? seat.Returned.Add(item) : _ended.Add(item);
        }

        Carry(_ledger.Cancel(consumer, handled, failed: _random.Next(3), cause));
        Settle();
    }

    private void Restart()
    {
        var again = _ledger.AskAgain();
        Assert.Equal(_ledger.Owed, again.Total);
        _producer.AskAgain(again);
    }

    private void Receive(int[] events)
    {
        _uninvited.UnionWith(events.Skip((int)Math.Min(events.Length, _ledger.Owed)));
        _attempts.AddRange(new int[events.Length]);
        Carry(_ledger.Receive(events));
    }

    private void Settle()
    {
        while (_ledger.TryServe(out var dispatch))
        {
            Carry(dispatch);
        }

        var increment = _ledger.Ask();
        Expect(increment.Total == 0 || Books.Held == 0, "nothing is asked for while anything is held");
        _producer.Ask(increment);
    }

    private void Carry(Dispatch<int> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            var (to, first, events) = delivery;
            var (seat, consumer) = (_seats[to.Seat], (ParkingConsumer)to);
            for (var index = 0; index < events.Count; index++)
            {
                consumer.InHand.Add(first + index, events[index]);
                _broken ??= seat.Deliver(consumer, events[index], delivery.Attempt);
                Expect(++_attempts[events[index]] == delivery.Attempt, "each attempt happens once");
            }
        }

        if (dispatch.Overflow is not null)
        {
            Expect(_options.ParkPolicy == ParkPolicy.Fail, "only a policy lets the stage fail");
            Restart();
        }
    }

    private void CheckLaws()
    {
        var books = Books;
        Array.ForEach(_seats, static seat => seat.Note());
        _largestDemand = Math.Max(
            _largestDemand, _seats.Sum(static seat => seat.Served.Sum(static one => (long)one.Options.MaxDemand)));
        Expect(_ledger.CheckAll() is null, $"{_ledger.CheckAll()}");
        Expect(books.IsClosed, $"the books close: {books}");
        Expect(books.Held <= _largestDemand, $"{books.Held} held of at most {_largestDemand}");
        Expect(books.Buffered <= _bufferSize, "the buffer has its size");
        for (var at = 0; at < _seats.Length; at++)
        {
            var one = books.Partitions[at];
            Expect(one.Parked <= _options.ParkLimit, $"{one.Parked} parked of at most {_options.ParkLimit}");
            Expect(
                one.Parked == 0 || one.Outstanding == 0 || _seats[at].IsPaused,
                "no partition has demand and a parked event");
            Expect(
                _options is not { ParkBytes: { } bytes, ParkPolicy: ParkPolicy.Backpressure }
                    || Parked(at) < bytes + LargestSize,
                $"{Parked(at)} bytes parked of {_options.ParkBytes} and one event");
            Expect(one.Returned == _seats[at].Returned.Count, "what came back is counted");
            Expect(one.Returned <= _seats[at].LargestDemand, $"{one.Returned} returned of {_seats[at].LargestDemand}");
            Expect(
                !_producer.IsExact || books.Held > 0 || _seats[at].IsPaused
                    || _producer.DueTo(at) >= Math.Min(one.Outstanding, _options.ParkLimit - one.Parked),
                $"addressed, {at} is asked for whatever the others do: {_producer.DueTo(at)} of {one.Outstanding}");
        }

        // What is sent on to the default partition takes the room of what that one was asked for.
        Expect(
            !_producer.IsExact || _options.WithoutConsumer == WithoutConsumer.DefaultPartition || books.Held == 0,
            "addressed, nothing is held");
        Expect(
            _options.Demand == DemandScope.Pooled || _options.IsAddressed || books.Held > 0
                || books.Owed >= books.Partitions.Where((_, at) => !_seats[at].IsPaused)
                    .Sum(static one => one.Outstanding),
            "what is wanted is asked for");
        Assert.Null(_broken);
    }

    // The first event that is held was selected, and is not parked.
    private long Parked(int at) =>
        _seats[at].Bytes - (_ledger.Balance().Held > 0 && _lastPartition == at ? SizeOf(_lastSelected) : 0);

    private void CheckRest()
    {
        var books = Books;
        Assert.True(_producer.IsExhausted, $"Expected all to be made, got no demand: {books}");
        Assert.Equal(
            (0L, 0L, 0L, 0, 0), (books.InFlight, books.Parked, books.Returned, books.Held, books.Buffered));
        var missing = Enumerable.Range(0, _producer.Made).Where(item => !_ended.Contains(item)).ToList();
        Assert.Equal(missing.Count, Dropped(books));
        if (_options is { ParkPolicy: ParkPolicy.Backpressure, WithoutConsumer: not WithoutConsumer.Discard })
        {
            Assert.Equal([], missing.Where(item => !_uninvited.Contains(item) && _producer.IsWanted(item)));
        }
    }

    private static long Dropped(ProducerBooks books) => books.Discarded
        .Where(static one => one.Cause is not (DiscardCause.ConsumerFailed or DiscardCause.ConsumerGone
            or DiscardCause.ConsumerRestarted))
        .Sum(static one => one.Count);

    private void Expect(bool holds, string law) => _broken ??= holds ? null : law;
}
