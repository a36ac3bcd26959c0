namespace Party.Flows.Windows;

/// <summary>Windows of so much processing time each, of which the stage's timer says when one is over.</summary>
internal sealed class PeriodicLedger<T>(PeriodicWindow<T> window) : SinglePaneLedger<T>(window, WindowKind.Periodic)
{
    protected override TimeSpan? OwnTimer => window.Period;

    public override void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler) =>
        Feed(events, handler);

    protected override void OwnTick(TimeSpan now, IPaneHandler<T> handler) => Next(handler);
}
