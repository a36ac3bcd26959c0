namespace Party.Demo.Words;

/// <summary>How many words may be made by now, at so many per second.</summary>
/// <remarks>It is wound up by ticks, and never saves up more than one tick's worth, or one word.</remarks>
internal sealed class Pace
{
    private const double TicksPerSecond = 20;

    private readonly double _perTick;
    private double _allowance;

    /// <summary>A pace.</summary>
    /// <param name="perSecond">Words per second, above 0; null for as fast as they are wanted.</param>
    public Pace(double? perSecond)
    {
        IsFree = perSecond is null;
        Interval = TimeSpan.FromSeconds(1 / Math.Min(perSecond ?? TicksPerSecond, TicksPerSecond));
        _perTick = Math.Max(1, (perSecond ?? TicksPerSecond) / TicksPerSecond);
    }

    /// <summary>Whether there is no pace to keep.</summary>
    public bool IsFree { get; }

    /// <summary>The time between ticks.</summary>
    public TimeSpan Interval { get; }

    /// <summary>Time has passed.</summary>
    public void Tick() => _allowance = (_allowance % 1) + _perTick;

    /// <summary>Whether a word may be made now; if so, it counts as made.</summary>
    public bool TryStep()
    {
        if (IsFree)
        {
            return true;
        }

        var isAllowed = _allowance >= 1;
        _allowance -= isAllowed ? 1 : 0;
        return isAllowed;
    }
}
