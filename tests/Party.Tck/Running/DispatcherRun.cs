using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Tck.Running;

/// <summary>
/// A dispatcher in the hands of a stage that keeps accounts of its own, and holds the dispatcher against them at every
/// step.
/// </summary>
/// <remarks>
/// It does as <c>ProducerLedger</c> does: what is left over waits in the stage, in order; after every step as much of
/// it is offered as is taken, and then the dispatcher is asked what to ask for. Rule ids as in <c>docs/rules.md</c>.
/// </remarks>
internal sealed class DispatcherRun(
    IDispatcher<int> dispatcher, Func<int, SubscriptionOptions> options, bool reachesEveryConsumer)
{
    private readonly List<(ArraySegment<int> Array, int[] Content)> _delivered = [];
    private readonly HashSet<int> _handedOn = [];
    private readonly List<int> _waiting = [];
    private readonly Dictionary<int, Origin> _origins = [];
    private long _lastId;
    private long _copied;
    private long _filtered;
    private long _received;
    private long _copiesHandedOn;

    /// <summary>The dispatcher under test.</summary>
    public IDispatcher<int> Dispatcher => dispatcher;

    /// <summary>The consumers that are subscribed, in the order they came.</summary>
    public List<RunConsumer> Consumers { get; } = [];

    /// <summary>Asked of the producer and not yet received, by this stage's own account.</summary>
    public long Owed { get; private set; }

    /// <summary>What the latest request to the producer came to.</summary>
    public int LastAsked { get; private set; }

    /// <summary>The messages that were released, in order.</summary>
    public List<object> Released { get; } = [];

    /// <summary>The events that a selector failed on, once for every time it did.</summary>
    public List<SetAside<int>> SetAside { get; } = [];

    /// <summary>What the dispatcher left over, in order.</summary>
    public IReadOnlyList<int> Waiting => _waiting;

    /// <summary>Every event that was handed on to anybody.</summary>
    public IReadOnlySet<int> HandedOn => _handedOn;

    /// <summary>How many events wait in the dispatcher.</summary>
    public int Inside => dispatcher.Held
        + Enumerable.Range(0, dispatcher.Partitions.Count).Sum(dispatcher.ParkedIn);

    /// <summary>The demand that could be met now.</summary>
    public long Demand => Consumers.Count == 0
        ? 0
        : reachesEveryConsumer
            ? Consumers.Min(consumer => consumer.Outstanding)
            : Consumers.Sum(consumer => consumer.Outstanding);

    /// <summary>A consumer subscribes, and has to be admitted.</summary>
    public RunConsumer Subscribe(int index) =>
        TrySubscribe(index) ?? throw new ArgumentException($"Expected consumer {index} to be admitted.");

    /// <summary>A consumer subscribes, if it may.</summary>
    public RunConsumer? TrySubscribe(int index)
    {
        var consumer = new RunConsumer(index, new(NextId(), options(index)));
        var admission = dispatcher.Subscribe(consumer.Subscription);
        if (!admission.IsGranted)
        {
            return null;
        }

        Assert.InRange(consumer.Subscription.Seat, 0, dispatcher.Partitions.Count - 1);
        Consumers.Add(consumer);
        return consumer;
    }

    /// <summary>A name that no subscription of this run has had.</summary>
    public SubscriptionId NextId() => new(++_lastId);

    /// <summary>A consumer requests, and the stage goes on.</summary>
    public void Request(RunConsumer consumer, int demand)
    {
        consumer.Requested += demand;
        Carry(dispatcher.Request(consumer.Subscription, demand));
        Settle();
    }

    /// <summary>A consumer leaves, and the stage goes on.</summary>
    public void Cancel(RunConsumer consumer)
    {
        Carry(dispatcher.Cancel(consumer.Subscription));
        Consumers.Remove(consumer);
        Settle();
    }

    /// <summary>The producer emits, and the stage goes on.</summary>
    public void Emit(params int[] events)
    {
        _received += events.Length;
        Owed -= Math.Min(Owed, events.Length);
        var left = Carry(dispatcher.Dispatch(events, OriginOf(events)), events.Length);
        _waiting.AddRange(events[^left..]);
        Settle();
    }

    /// <summary>The producer emits what it made of something, and the stage goes on.</summary>
    public void EmitOf(Origin origin, params int[] events)
    {
        foreach (var item in events)
        {
            _origins[item] = origin;
        }

        origin.Add(events.Length);
        Emit(events);
        origin.Close();
    }

    /// <summary>Events come back that a consumer at a seat was sent, and the stage goes on.</summary>
    /// <returns>How many nobody there wants now.</returns>
    public int Redeliver(int seat, params int[] events)
    {
        var left = Carry(dispatcher.Redeliver(seat, events, null), events.Length);
        _received += events.Length - left;
        Settle();
        return left;
    }

    /// <summary>A message is to come behind all that waits in the dispatcher.</summary>
    public void Inform(object message)
    {
        Carry(dispatcher.Inform(message));
        CheckAccounts();
    }

    /// <summary>Offers what waits as long as any of it is taken, then asks.</summary>
    public void Settle()
    {
        while (_waiting.Count > 0)
        {
            var origin = OriginOf(_waiting);
            var run = _waiting.TakeWhile(item => _origins.GetValueOrDefault(item) == origin).ToArray();
            var taken = run.Length - Carry(dispatcher.Offer(run, origin), run.Length);
            if (taken == 0)
            {
                break;
            }

            _waiting.RemoveRange(0, taken);
        }

        var unasked = dispatcher.Unasked;
        var increment = dispatcher.Ask();
        LastAsked = increment.Total;
        Owed += increment.Total;
        Assert.Equal(Math.Min(unasked, int.MaxValue), increment.Total);
        foreach (var (partition, count) in increment.Partitions)
        {
            Assert.InRange(partition, 0, dispatcher.Partitions.Count - 1);
            Assert.InRange(count, 1, int.MaxValue);
        }

        CheckAccounts();
    }

    /// <summary>What was handed on has to be what it was: the arrays belong to whoever got them (D-18).</summary>
    public void CheckArrays()
    {
        foreach (var (array, content) in _delivered)
        {
            Assert.True(array.AsSpan().SequenceEqual(content), "Rule D-18: an array that was handed on changed.");
        }
    }

    private Origin? OriginOf(IReadOnlyList<int> events) =>
        events.Count == 0 ? null : _origins.GetValueOrDefault(events[0]);

    private int Carry(Dispatch<int> dispatch, int offered = 0)
    {
        Assert.InRange(dispatch.Leftover, 0, offered);
        _copied += dispatch.Copied;
        _filtered += dispatch.Filtered;
        SetAside.AddRange(dispatch.SetAside);
        foreach (var delivery in dispatch.Deliveries)
        {
            Hand(delivery);
        }

        foreach (var info in dispatch.Infos)
        {
            Assert.InRange(info.After, 0, dispatch.Deliveries.Length);
            Released.Add(info.Message);
        }

        return dispatch.Leftover;
    }

    private void Hand(Delivery<int> delivery)
    {
        var consumer = Consumers.Single(one => one.Subscription == delivery.To);
        Assert.NotEmpty(delivery.Events);
        Assert.Equal(consumer.Received.Count + 1, delivery.First);
        Assert.True(
            delivery.IsShared || _delivered.TrueForAll(one => one.Array.Array != delivery.Events.Array),
            "Rule D-18: an array goes to one consumer, or is marked as shared.");
        foreach (var item in delivery.Events)
        {
            Assert.True(
                consumer.Received.Count == 0 || item > consumer.Received[^1],
                $"Rule D-12: {item} came to {delivery.To.Id} after a newer one.");
            Assert.True(_handedOn.Add(item) || reachesEveryConsumer, $"Rule D-11: {item} was handed on twice.");
            Assert.True(
                delivery.Origin == _origins.GetValueOrDefault(item), $"Rule D-24: {item} was made of something else.");
            consumer.Received.Add(item);
        }

        _copiesHandedOn += delivery.Events.Count;
        delivery.Origin?.Settle(delivery.Events.Count);
        _delivered.Add((delivery.Events, [.. delivery.Events]));
        Assert.True(consumer.Outstanding >= 0, $"Rule D-03: {delivery.To.Id} got more than it requested.");
    }

    private void CheckAccounts()
    {
        foreach (var consumer in Consumers)
        {
            var books = consumer.Subscription;
            Assert.Equal((consumer.Requested, consumer.Outstanding), (books.Granted, books.Outstanding));
        }

        Assert.Equal(Owed, dispatcher.Owed);
        Assert.Equal(Math.Min(Owed, int.MaxValue), dispatcher.AskAgain().Total);
        Assert.Equal(
            _received + _copied,
            _copiesHandedOn + Inside + _waiting.Count + _filtered + dispatcher.Discarded.Total);
        Assert.Equal(dispatcher.Held > 0, dispatcher.HeldFor >= 0);
        var isWanted = Consumers.Select(consumer => consumer.Subscription.Seat).Distinct().Count()
            == dispatcher.Partitions.Count && Consumers.TrueForAll(consumer => consumer.Outstanding > 0);
        Assert.True(
            !isWanted || (Owed > 0 && Inside + _waiting.Count == 0),
            "Rule D-05: everybody has demand, and yet events wait or the producer is not asked.");
    }
}
