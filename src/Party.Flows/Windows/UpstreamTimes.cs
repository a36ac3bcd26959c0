namespace Party.Flows.Windows;

/// <summary>How far the upstream stages of a stage are in event time, and the watermark that follows.</summary>
/// <remarks>
/// Law: the watermark never goes back, and is at most the time of every upstream that neither ended nor fell idle
/// before it was reached. Times are ticks, in UTC.
/// </remarks>
internal sealed class UpstreamTimes(int upstreams, TimeSpan now)
{
    private readonly Upstream[] _upstreams = [.. Enumerable.Repeat(new Upstream(long.MinValue, now), upstreams)];

    /// <summary>No event of the stage is expected to be older; the least number there is before it exists.</summary>
    public long Watermark { get; private set; } = long.MinValue;

    /// <summary>An upstream has sent something: it counts, if it didn't.</summary>
    public void Hear(int upstream, TimeSpan now)
    {
        ref var heard = ref _upstreams[upstream];
        heard.HeardAt = now;
        heard.IsIdle = false;
    }

    /// <summary>The least time of the others that count: the watermark can't pass it, whatever is sent.</summary>
    public long LeastOther(int upstream)
    {
        var least = long.MaxValue;
        for (var index = 0; index < _upstreams.Length; index++)
        {
            if (index != upstream && _upstreams[index].Counts)
            {
                least = Math.Min(least, _upstreams[index].Time);
            }
        }

        return least;
    }

    /// <summary>An upstream has come to a time; it has just been heard.</summary>
    /// <param name="upstream">Which of them.</param>
    /// <param name="time">An event's time.</param>
    /// <param name="others">What <see cref="LeastOther"/> says.</param>
    public void Advance(int upstream, long time, long others)
    {
        ref var mine = ref _upstreams[upstream].Time;
        if (time > mine)
        {
            mine = time;
            Raise(Math.Min(time, others));
        }
        else
        {
            Raise(Math.Min(mine, others));
        }
    }

    /// <summary>Leaves out who has sent nothing for too long.</summary>
    public void LeaveOutIdle(TimeSpan timeout, TimeSpan now)
    {
        foreach (ref var upstream in _upstreams.AsSpan())
        {
            upstream.IsIdle |= now - upstream.HeardAt >= timeout;
        }

        RaiseToLeast();
    }

    /// <summary>An upstream has ended.</summary>
    public void End(int upstream)
    {
        _upstreams[upstream].HasEnded = true;
        RaiseToLeast();
    }

    // Who is left alone with nobody that counts keeps the watermark where it is: time stands still, it doesn't leap.
    private void RaiseToLeast()
    {
        var least = LeastOther(upstream: -1);
        if (least != long.MaxValue)
        {
            Raise(least);
        }
    }

    private void Raise(long watermark) => Watermark = Math.Max(Watermark, watermark);

    private struct Upstream(long time, TimeSpan heardAt)
    {
        public long Time = time;
        public TimeSpan HeardAt = heardAt;
        public bool IsIdle;
        public bool HasEnded;

        public readonly bool Counts => !IsIdle && !HasEnded;
    }
}
