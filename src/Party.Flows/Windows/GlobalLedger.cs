namespace Party.Flows.Windows;

/// <summary>One window for everything, there from the start: a sum of nothing is 0, and is told.</summary>
internal sealed class GlobalLedger<T>(GlobalWindow<T> window) : SinglePaneLedger<T>(window, WindowKind.Global)
{
    protected override bool OpensAtOnce => true;

    public override void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler) =>
        Feed(events, handler);
}
