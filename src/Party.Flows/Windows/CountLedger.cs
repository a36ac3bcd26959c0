namespace Party.Flows.Windows;

/// <summary>Windows of so many events each: a batch is split exactly where one is full.</summary>
internal sealed class CountLedger<T>(CountWindow<T> window) : SinglePaneLedger<T>(window, WindowKind.Count)
{
    private int _left = window.Count;

    public override void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler)
    {
        while (events.Length >= _left)
        {
            Feed(events[.._left], handler);
            events = events[_left..];
            _left = window.Count;
            Next(handler);
        }

        Feed(events, handler);
        _left -= events.Length;
    }
}
