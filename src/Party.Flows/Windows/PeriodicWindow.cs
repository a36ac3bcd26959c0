namespace Party.Flows.Windows;

/// <summary>Windows of so much processing time each.</summary>
internal sealed record PeriodicWindow<T>(TimeSpan Period) : Window<T>
{
    internal override WindowLedger<T> NewLedger() => new PeriodicLedger<T>(this);
}
