namespace Party.Flows.Windows;

/// <summary>One window of one stage while it is open: what the stage's operators keep for it.</summary>
internal sealed class Pane(OpenWindow window, int slots)
{
    private readonly object?[] _slots = new object?[slots];

    /// <summary>Which window it is. What a session spans is up to date whenever it fires or closes.</summary>
    public OpenWindow Window { get; set; } = window;

    /// <summary>Whether events have come since it fired last; the ledger's affair.</summary>
    public bool IsChanged { get; set; }

    /// <summary>What the operator of a slot keeps for this window; null before it has seen an event of it.</summary>
    public ref object? this[int slot] => ref _slots[slot];

    /// <summary>Forgets what every operator keeps: the next event finds an empty window.</summary>
    public void Reset() => Array.Clear(_slots);
}
