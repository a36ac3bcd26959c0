using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <summary>A producer's subscriptions by seat: who is served, who is expected back, and how far each came.</summary>
internal sealed class Seats(int count)
{
    private readonly HashSet<Subscription> _subscriptions = [];
    private readonly Dictionary<int, int> _expected = [];

    // By seat, what those that have left had been sent; few seats have any.
    private readonly Dictionary<int, long> _sent = [];

    // By seat, what its consumers, past and present, handled; and those of them that are open.
    private long[] _handled = new long[count];
    // One is entered as itself; only several have a set.
    private object?[] _open = new object?[count];

    /// <summary>How many there are.</summary>
    public int Count => _handled.Length;

    /// <summary>All subscriptions, open or not.</summary>
    public HashSet<Subscription> Subscriptions => _subscriptions;

    /// <summary>Subscriptions that are open.</summary>
    public int Open { get; private set; }

    /// <summary>Events that were handled to a good end, in all seats.</summary>
    public long Handled { get; private set; }

    /// <summary>Whether anybody has a seat, or will be back for it.</summary>
    public bool IsAnyServed => _expected.Count > 0 || Open > 0;

    /// <summary>Whether somebody has this seat, or will be back for it.</summary>
    public bool IsServed(int seat) => _open[seat] is not null || IsExpected(seat);

    /// <summary>Whether somebody will be back for this seat.</summary>
    public bool IsExpected(int seat) => _expected.ContainsKey(seat);

    /// <summary>Makes room for so many seats.</summary>
    public void Grow(int seats)
    {
        Array.Resize(ref _handled, seats);
        Array.Resize(ref _open, seats);
    }

    /// <summary>A subscription takes its seat; whoever was expected there is back.</summary>
    public void Take(Subscription subscription)
    {
        subscription.IsOpen = true;
        _subscriptions.Add(subscription);
        ref var open = ref _open[subscription.Seat];
        switch (open)
        {
            case null:
                open = subscription;
                break;
            case HashSet<Subscription> several:
                several.Add(subscription);
                break;
            case Subscription other:
                open = new HashSet<Subscription> { other, subscription };
                break;
        }

        Open++;
        GiveUpOn(subscription.Seat);
    }

    /// <summary>Nothing more is handed on to a subscription.</summary>
    /// <returns>False if that was so already.</returns>
    public bool Close(Subscription subscription)
    {
        if (!subscription.IsOpen)
        {
            return false;
        }

        subscription.IsOpen = false;
        ref var open = ref _open[subscription.Seat];
        if (open is not HashSet<Subscription> several || (several.Remove(subscription) && several.Count == 0))
        {
            open = null;
        }

        Open--;
        return true;
    }

    /// <summary>A subscription leaves for good.</summary>
    public void Leave(Subscription subscription)
    {
        if (_subscriptions.Remove(subscription) && subscription.Sent > 0)
        {
            _sent[subscription.Seat] = _sent.GetValueOrDefault(subscription.Seat) + subscription.Sent;
        }
    }

    /// <summary>Somebody will be back for a seat.</summary>
    public void Expect(int seat) => _expected[seat] = _expected.GetValueOrDefault(seat) + 1;

    /// <summary>One less is expected back for a seat.</summary>
    public void GiveUpOn(int seat)
    {
        if (_expected.GetValueOrDefault(seat) > 1)
        {
            _expected[seat]--;
        }
        else
        {
            _expected.Remove(seat);
        }
    }

    /// <summary>Nobody is expected back.</summary>
    public void GiveUp() => _expected.Clear();

    /// <summary>Events were handled to a good end.</summary>
    public void Handle(int seat, long count)
    {
        _handled[seat] += count;
        Handled += count;
    }

    /// <summary>The demand of a seat.</summary>
    public long OutstandingOf(int seat) => _open[seat] switch
    {
        Subscription one => one.Outstanding,
        HashSet<Subscription> several => several.Sum(static one => one.Outstanding),
        _ => 0,
    };

    /// <summary>How many subscriptions a seat has that are open.</summary>
    public int OpenAt(int seat) => _open[seat] switch
    {
        Subscription => 1,
        HashSet<Subscription> several => several.Count,
        _ => 0,
    };

    /// <summary>By seat, how many events its consumers, past and present, were sent; a copy.</summary>
    public long[] Sent()
    {
        var sent = new long[Count];
        foreach (var (seat, count) in _sent)
        {
            sent[seat] = count;
        }

        foreach (var subscription in _subscriptions)
        {
            sent[subscription.Seat] += subscription.Sent;
        }

        return sent;
    }

    /// <summary>Every seat's books.</summary>
    /// <param name="name">A seat's name.</param>
    /// <param name="parked">How many events wait for it.</param>
    /// <param name="returned">How many events came back, and to which seats.</param>
    public IEnumerable<PartitionBooks> Balance(
        Func<int, string> name, Func<int, int> parked, IEnumerable<(int Seat, int Count)> returned)
    {
        var back = new int[Count];
        foreach (var (seat, count) in returned)
        {
            back[seat] += count;
        }

        var inFlight = new long[Count];
        var outstanding = new long[Count];
        foreach (var subscription in _subscriptions)
        {
            inFlight[subscription.Seat] += subscription.InFlight;
            outstanding[subscription.Seat] += subscription.IsOpen ? subscription.Outstanding : 0;
        }

        return Enumerable.Range(0, Count)
            .Select(seat => new PartitionBooks(
                name(seat), _handled[seat], inFlight[seat], parked(seat), outstanding[seat])
            {
                Returned = back[seat],
            });
    }
}
