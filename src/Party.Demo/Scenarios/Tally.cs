namespace Party.Demo.Scenarios;

/// <summary>How far the numbers of one partition have been handled. It outlives the consumer.</summary>
/// <param name="first">The first number.</param>
/// <param name="step">From one number to the next.</param>
internal sealed class Tally(long first, long step)
{
    private long _next = first;

    /// <summary>Numbers that came after one that is missing.</summary>
    public long Gaps { get; private set; }

    /// <summary>Numbers that were handled before.</summary>
    public long Again { get; private set; }

    /// <summary>Enters numbers that were handled.</summary>
    public void Add(ReadOnlySpan<long> numbers)
    {
        foreach (var number in numbers)
        {
            Again += number < _next ? 1 : 0;
            Gaps += number > _next ? 1 : 0;
            _next = Math.Max(_next, number + step);
        }
    }
}
