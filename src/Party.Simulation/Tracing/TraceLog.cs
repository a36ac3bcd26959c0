namespace Party.Simulation.Tracing;

/// <summary>What happened in a simulation, in order: the last of it in memory, all of it where somebody writes it down.</summary>
internal sealed class TraceLog(int kept, TextWriter? writer)
{
    private readonly Queue<TraceEntry> _last = new(kept);

    /// <summary>The last entries as text, oldest first.</summary>
    public IReadOnlyList<string> LastLines => [.. _last.Select(entry => entry.ToString())];

    public void Add(TraceEntry entry)
    {
        if (_last.Count == kept)
        {
            _last.Dequeue();
        }

        _last.Enqueue(entry);
        writer?.Write(entry + "\n");
    }
}
