using Party.Demand.Dispatching;

namespace Party.Demand.Ledgers;

/// <content>What is changed about the partitions while events flow.</content>
public sealed partial class ProducerLedger<TEvent>
{
    // Partitions that are to go on, once what came back to them has been served.
    private readonly Queue<int> _resuming = [];

    // Whether anything about the partitions may be under way: all that a step looks at where nothing is.
    private bool _isStirred;

    /// <summary>Whether one partition hands nothing on for now, whatever its demand is.</summary>
    public bool IsPaused(int partition) => _dispatcher.IsPaused(partition);

    /// <summary>
    /// Lets one partition hand nothing on until <see cref="ResumePartition"/>. Its events are parked, up to the limit;
    /// its demand stays, and is not asked for.
    /// </summary>
    /// <param name="partition">Its index. Where it is paused already, nothing changes.</param>
    /// <exception cref="NotSupportedException">The dispatcher has no partitions to pause.</exception>
    public Dispatch<TEvent> PausePartition(int partition) => Enter(_dispatcher.PausePartition(partition));

    /// <summary>
    /// Lets a paused partition go on, with the next <see cref="TryServe"/>: what came back first, then what was parked.
    /// </summary>
    /// <param name="partition">Its index. Where it is not paused, nothing changes.</param>
    public void ResumePartition(int partition)
    {
        if (IsPaused(partition))
        {
            _resuming.Enqueue(partition);
            _isStirred = true;
        }
    }

    private bool TrySettle(out Dispatch<TEvent> dispatch)
    {
        if ((IsChanging || _orphaned.Count > 0) && TryChange(out dispatch))
        {
            return true;
        }

        if (_resuming.Count > 0)
        {
            dispatch = GoOnAt(_resuming.Peek());
            return true;
        }

        _isStirred = IsChanging;
        dispatch = default;
        return false;
    }

    private Dispatch<TEvent> GoOnAt(int partition)
    {
        if (IsPaused(partition) && _delivery.TryServeSeat(partition, out var dispatch))
        {
            Count(dispatch);
            return dispatch;
        }

        _resuming.Dequeue();
        dispatch = Enter(_dispatcher.ResumePartition(partition));
        _delivery.WakeUp(partition);
        return dispatch;
    }
}
