namespace Party.Flows.Windows;

/// <summary>One window for everything.</summary>
internal sealed record GlobalWindow<T> : Window<T>
{
    internal override WindowLedger<T> NewLedger() => new GlobalLedger<T>(this);
}
