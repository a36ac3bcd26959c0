using System.Diagnostics;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <summary>A producer's books: its dispatcher and its buffer together, and what became of every event.</summary>
/// <remarks>
/// <para>
/// The stage that owns it carries out what every call returns, in order; then, as long as there is any, it carries out
/// <see cref="TryServeBuffer"/>; then it asks its producer for <see cref="Ask"/>. So what waits is served before
/// anything is asked upstream.
/// </para>
/// <para>It outlives a restart of the stage: subscriptions, demand, parked and owed events stay.</para>
/// <para>Law 3: see <see cref="ProducerBooks"/>.</para>
/// </remarks>
[DebuggerDisplay("Received = {_received}, Buffered = {_buffer.Count}, Dispatcher = {_dispatcher}")]
public sealed class ProducerLedger<TEvent>
{
    private readonly PartitionDispatcher<TEvent> _dispatcher;
    private readonly EventBuffer<TEvent> _buffer;

    // By partition, what its consumers, past and present, handled.
    private readonly long[] _handled;

    // Partitions whose consumer is being restarted, and will be back.
    private readonly HashSet<int> _expected = [];
    private long _received;
    private bool _isDraining;
    private bool _isClosed;

    /// <summary>Books with nothing in them.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    public ProducerLedger(PartitionDispatcherOptions<TEvent> dispatcher, EventBufferOptions buffer)
    {
        _dispatcher = new(dispatcher);
        _buffer = new(buffer);
        _handled = new long[dispatcher.Partitions.Count];
    }

    /// <summary>The partitions.</summary>
    public PartitionNames Partitions => _dispatcher.Partitions;

    /// <summary>Demand for <see cref="Ask"/> to ask for; 0 while draining.</summary>
    public long Unasked => _isDraining ? 0 : _dispatcher.Unasked;

    /// <summary>
    /// Whether everything that can be handed on has been: what is left waits for partitions without a consumer.
    /// </summary>
    public bool IsFlushed
    {
        get
        {
            for (var partition = 0; partition < Partitions.Count; partition++)
            {
                if (_dispatcher.ParkedIn(partition) > 0 && IsServed(partition))
                {
                    return false;
                }
            }

            return _dispatcher.Held > 0 ? !IsServed(_dispatcher.HeldFor) : _buffer.Count == 0 || !IsAnyServed;
        }
    }

    /// <summary>
    /// The index of the partition without a consumer that the producer waits for, since its park is full; or −1.
    /// </summary>
    public int WaitsForConsumerOf =>
        _dispatcher.HeldFor is >= 0 and var partition && !IsServed(partition) ? partition : -1;

    /// <summary>The index of the partition that a subscription names, or −1.</summary>
    public int PartitionOf(Subscription subscription) => _dispatcher.PartitionOf(subscription);

    /// <summary>One partition's demand.</summary>
    public long OutstandingOf(int partition) => _dispatcher.OutstandingOf(partition);

    /// <summary>Admits a subscription, or says why not. A refused one changes nothing.</summary>
    public Admission Subscribe(Subscription subscription)
    {
        if (subscription.Options.Contradiction is { } contradiction)
        {
            return new(Refusal.OptionsRejected, contradiction);
        }

        if (_isDraining && !_expected.Contains(PartitionOf(subscription)))
        {
            return new(
                Refusal.Draining, "Expected a producer that takes consumers, got one that is draining. Subscribe to another.");
        }

        var admission = _dispatcher.Subscribe(subscription);
        _expected.Remove(subscription.Seat);
        return admission;
    }

    /// <summary>A consumer that was being restarted will not be back.</summary>
    /// <param name="partition">The seat that it had.</param>
    public void GiveUpOn(int partition) => _expected.Remove(partition);

    /// <summary>Ends a drain: no consumer is waited for any more, and those that come back are refused.</summary>
    public void CloseDoors()
    {
        _isClosed = true;
        _expected.Clear();
    }

    /// <summary>Adds to a subscription's demand.</summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="count">The demand to add, at least 1.</param>
    /// <param name="total">
    /// All demand requested so far, this request included; 0 where the consumer does not say.
    /// </param>
    public Dispatch<TEvent> Request(Subscription subscription, int count, long total = 0)
    {
        var demand = subscription.NewDemand(count, total);
        return demand > 0 ? _dispatcher.Request(subscription, demand) : default;
    }

    /// <summary>Enters that a consumer handled all events up to a number.</summary>
    public void Confirm(Subscription subscription, long upTo) =>
        _handled[subscription.Seat] += subscription.Confirm(upTo);

    /// <summary>
    /// Ends a subscription. What it had been sent and did not handle is discarded; what waits for it stays.
    /// </summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="handled">The number of the last event it handled.</param>
    /// <param name="failed">How many of those after it were in the batch that failed.</param>
    /// <param name="cause">
    /// What the rest counts as; after <see cref="DiscardCause.ConsumerRestarted"/> the consumer is expected back.
    /// </param>
    public Dispatch<TEvent> Cancel(Subscription subscription, long handled, int failed, DiscardCause cause)
    {
        Confirm(subscription, handled);
        var lost = subscription.InFlight;
        var inFailedBatch = Math.Clamp(failed, 0, lost);

        Discarded.Add(DiscardCause.ConsumerFailed, inFailedBatch);
        Discarded.Add(cause, lost - inFailedBatch);
        if (cause == DiscardCause.ConsumerRestarted && !_isClosed)
        {
            _expected.Add(subscription.Seat);
        }

        return _dispatcher.Cancel(subscription);
    }

    /// <summary>Enters events that the producer emitted: owed ones are placed, uninvited ones are buffered.</summary>
    public Dispatch<TEvent> Receive(ReadOnlySpan<TEvent> events)
    {
        Debug.Assert(_dispatcher.Owed == 0 || _buffer.Count == 0, "Nothing is asked upstream while anything is buffered.");
        _received += events.Length;
        var dispatch = _dispatcher.Dispatch(events);
        Discarded.Add(DiscardCause.BufferFull, _buffer.Add(events[^dispatch.Leftover..]));
        return dispatch;
    }

    /// <summary>Serves demand from the buffer, if there is both.</summary>
    public bool TryServeBuffer(out Dispatch<TEvent> dispatch)
    {
        if (_buffer.Count == 0 || _dispatcher.Unasked == 0)
        {
            dispatch = default;
            return false;
        }

        dispatch = _dispatcher.Offer(_buffer.Events);
        _buffer.Remove(_buffer.Count - dispatch.Leftover);
        return true;
    }

    /// <summary>What to ask the producer for now; it is owed from then on.</summary>
    public DemandIncrement Ask()
    {
        Debug.Assert(Unasked == 0 || _buffer.Count == 0, "The buffer is served before anything is asked upstream.");
        return _isDraining ? default : _dispatcher.Ask();
    }

    /// <summary>What is owed already, to be asked of a producer that has forgotten it.</summary>
    public DemandIncrement AskAgain() => _isDraining ? default : _dispatcher.AskAgain();

    /// <summary>
    /// Takes no more subscriptions and asks for no more events; what is there can still be handed on.
    /// </summary>
    public void Drain() => _isDraining = true;

    /// <summary>Where every event is now.</summary>
    public ProducerBooks Balance()
    {
        var partitions = Enumerable.Range(0, Partitions.Count).Select(BooksOf);

        return new()
        {
            Received = _received,
            Owed = _dispatcher.Owed,
            Held = _dispatcher.Held,
            Buffered = _buffer.Count,
            Partitions = [.. partitions],
            Discarded = Discarded.ToArray(),
        };
    }

    private DiscardCounts Discarded => _dispatcher.Discarded;

    private bool IsAnyServed => Enumerable.Range(0, Partitions.Count).Any(IsServed);

    private bool IsServed(int partition) => _dispatcher.OwnerOf(partition) is not null || _expected.Contains(partition);

    private PartitionBooks BooksOf(int partition) => new(
        Partitions[partition],
        _handled[partition],
        _dispatcher.OwnerOf(partition)?.InFlight ?? 0,
        _dispatcher.ParkedIn(partition),
        _dispatcher.OutstandingOf(partition));
}
