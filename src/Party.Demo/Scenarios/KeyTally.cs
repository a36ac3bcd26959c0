namespace Party.Demo.Scenarios;

/// <summary>How far the numbers of every key have been handled, whoever handled them.</summary>
/// <param name="key">From a number to its key; numbers of a key only grow.</param>
internal sealed class KeyTally(Func<long, string> key)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _last = [];

    /// <summary>Numbers that came behind a greater one of their key.</summary>
    public long Disorder { get; private set; }

    /// <summary>Enters numbers that were handled, in order.</summary>
    public void Add(IEnumerable<long> numbers)
    {
        lock (_lock)
        {
            foreach (var number in numbers)
            {
                var name = key(number);
                Disorder += _last.TryGetValue(name, out var last) && number <= last ? 1 : 0;
                _last[name] = number;
            }
        }
    }
}
