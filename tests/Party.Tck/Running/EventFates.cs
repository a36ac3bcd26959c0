using Party.Demand.Delivering;

namespace Party.Tck.Running;

/// <summary>
/// What became of every event of a random walk, kept apart from the ledger: which origins have to be done follows.
/// </summary>
/// <param name="isCopied">Whether every consumer gets every event.</param>
/// <param name="isEveryEventWanted">Whether none comes to its end without being handed on.</param>
internal sealed class EventFates(bool isCopied, bool isEveryEventWanted)
{
    private readonly List<Origin> _done = [];
    private readonly List<(Origin Origin, int First, int Count)> _origins = [];
    private readonly Dictionary<(int Item, object Holder), int> _attempts = [];
    private readonly HashSet<int> _waiting = [];
    private readonly HashSet<int> _rejected = [];
    private readonly HashSet<(int Item, object Holder)> _returned = [];

    // Copies that somebody has and is to confirm, or that came back.
    private readonly Dictionary<int, int> _live = [];

    /// <summary>How many came back and wait.</summary>
    public int Returned => _returned.Count;

    public bool AreAllDone => _origins.All(static one => one.Origin.IsDone);

    public bool WasRejected(int item) => _rejected.Contains(item);

    public Origin Begin(int first, int count)
    {
        var origin = new Origin(_done);
        _origins.Add((origin, first, count));
        _waiting.UnionWith(Enumerable.Range(first, count));
        return origin;
    }

    /// <returns>Which attempt this is.</returns>
    public int Deliver(int item, WalkConsumer to)
    {
        var key = KeyOf(item, to.Holder);
        var attempt = _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
        _waiting.Remove(item);
        Assert.Equal(attempt > 1, _returned.Remove(key));
        Live(item, (attempt == 1 ? 1 : 0) - (to.IsRetained ? 0 : 1));
        return attempt;
    }

    public void End(IEnumerable<int> items)
    {
        foreach (var item in items)
        {
            Live(item, -1);
        }
    }

    public void Return(IEnumerable<int> items, object holder) =>
        _returned.UnionWith(items.Select(item => KeyOf(item, holder)));

    public void Reject(int item, object holder)
    {
        _rejected.Add(item);
        Return([item], holder);
    }

    /// <summary>Nobody will get what came back for a consumer.</summary>
    public void EndReturned(object holder)
    {
        var gone = _returned.Where(one => one.Holder.Equals(holder)).ToList();
        _returned.ExceptWith(gone);
        End(gone.Select(static one => one.Item));
    }

    /// <summary>An origin is done once, when all of its events have come to their end, and not before.</summary>
    public void CheckOrigins()
    {
        Assert.Equal(_done.Distinct().Count(), _done.Count);
        foreach (var (origin, first, count) in _origins)
        {
            var isOver = Enumerable.Range(first, count)
                .All(item => !_live.ContainsKey(item) && !(isEveryEventWanted && _waiting.Contains(item)));
            Assert.True(isOver || !origin.IsDone, $"Expected the origin of {first} to {first + count - 1} to be open.");
            Assert.True(
                origin.IsDone || !isOver || !isEveryEventWanted,
                $"Expected the origin of {first} to {first + count - 1} to be done.");
            Assert.Equal(origin.IsDone, _done.Contains(origin));
        }
    }

    private void Live(int item, int change)
    {
        var live = _live.GetValueOrDefault(item) + change;
        if (live == 0)
        {
            _live.Remove(item);
        }
        else
        {
            _live[item] = live;
        }
    }

    private (int Item, object Holder) KeyOf(int item, object holder) => (item, isCopied ? holder : this);
}
