using Party.Demand.Subscriptions;

namespace Party.Demand.Delivering;

/// <summary>What one subscription was sent and has not confirmed.</summary>
/// <remarks>
/// Most confirmations are cumulative and take whole runs off the front. Events confirmed or rejected ahead of older
/// ones are remembered one by one, until the cumulative number has come past them.
/// </remarks>
internal sealed class Retention<TEvent>(Subscription subscription)
{
    private readonly Queue<(long First, Retained<TEvent> Run)> _runs = new();
    private readonly HashSet<long> _ahead = [];

    /// <summary>Keeps events that are being sent.</summary>
    /// <param name="first">The sequence number of the first of them.</param>
    /// <param name="run">The events.</param>
    public void Keep(long first, Retained<TEvent> run) => _runs.Enqueue((first, run));

    /// <summary>
    /// Takes off all up to a number; one that is older than the last, or was never sent, changes nothing.
    /// </summary>
    /// <returns>How many this confirmed for the first time.</returns>
    public long Confirm(long upTo)
    {
        var before = subscription.Handled;
        if (subscription.Confirm(upTo) == 0)
        {
            return 0;
        }

        var confirmed = 0L;
        while (_runs.TryPeek(out var front) && front.First <= upTo)
        {
            var last = front.First + front.Run.Count - 1;
            var news = Settle(Math.Max(front.First, before + 1), Math.Min(last, upTo));
            front.Run.Origin?.Settle(news);
            confirmed += news;
            if (last > upTo)
            {
                break;
            }

            _runs.Dequeue();
        }

        return confirmed;
    }

    /// <summary>Takes off events ahead of older ones; what is not in flight changes nothing.</summary>
    /// <returns>How many this confirmed for the first time.</returns>
    public long Confirm(EventRange range)
    {
        var confirmed = 0L;
        foreach (var (first, run) in _runs)
        {
            var from = Math.Max(Math.Max(first, range.First), subscription.Handled + 1);
            var to = Math.Min(first + run.Count - 1, range.Last);
            var news = 0;
            for (var number = from; number <= to; number++)
            {
                news += _ahead.Add(number) ? 1 : 0;
            }

            run.Origin?.Settle(news);
            confirmed += news;
        }

        subscription.SettledAhead += confirmed;
        return confirmed;
    }

    /// <summary>Takes out an event that is to be handed on again; one that is not in flight changes nothing.</summary>
    public bool TryReject(long number, out Retained<TEvent> rejected)
    {
        foreach (var (first, run) in _runs)
        {
            if (number >= first && number < first + run.Count && number > subscription.Handled && _ahead.Add(number))
            {
                subscription.SettledAhead++;
                rejected = run.Slice((int)(number - first), 1);
                return true;
            }
        }

        rejected = default;
        return false;
    }

    /// <summary>All that is unconfirmed, oldest first, with the sequence numbers of the first of each run.</summary>
    public IEnumerable<(long First, Retained<TEvent> Run)> Unconfirmed()
    {
        foreach (var (first, run) in _runs)
        {
            var start = 0;
            for (var index = 0; index < run.Count; index++)
            {
                if (first + index <= subscription.Handled || _ahead.Contains(first + index))
                {
                    if (index > start)
                    {
                        yield return (first + start, run.Slice(start, index - start));
                    }

                    start = index + 1;
                }
            }

            if (start < run.Count)
            {
                yield return (first + start, run.Slice(start, run.Count - start));
            }
        }
    }

    // Those settled ahead were counted then.
    private long Settle(long from, long to)
    {
        var news = to - from + 1;
        for (var number = from; number <= to && _ahead.Count > 0; number++)
        {
            if (_ahead.Remove(number))
            {
                subscription.SettledAhead--;
                news--;
            }
        }

        return news;
    }
}
