namespace Party.Flows.Windows;

/// <summary>Windows of so many events each.</summary>
internal sealed record CountWindow<T> : Window<T>
{
    public CountWindow(int count)
    {
        if (count <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Expected a count window of 1 or more events, got {count}.");
        }

        Count = count;
    }

    public int Count { get; }

    internal override WindowLedger<T> NewLedger() => new CountLedger<T>(this);
}
