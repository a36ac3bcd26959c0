namespace Party.Simulation.Tracing;

/// <summary>What happened, in order: the last of it in memory, all of it where somebody writes it down.</summary>
/// <param name="clock">Tells when.</param>
/// <param name="kept">How many entries to keep.</param>
/// <param name="writer">Where the whole trace goes; null for nowhere.</param>
internal sealed class Journal(TimeProvider clock, int kept, TextWriter? writer)
{
    private readonly Queue<TraceEntry> _last = new(kept);

    /// <summary>How many steps have begun.</summary>
    public long Steps { get; private set; }

    /// <summary>What goes on in the present step, or did in the last one.</summary>
    public TraceEntry Doing { get; private set; }

    /// <summary>The last entries as text, oldest first.</summary>
    public IReadOnlyList<string> LastLines => [.. _last.Select(entry => entry.ToString())];

    /// <summary>Begins a step.</summary>
    public void Begin(string format, object? first = null)
    {
        Steps++;
        Do(format, first);
    }

    /// <summary>Notes what the step does now.</summary>
    public void Do(string format, object? first = null, object? second = null, object? third = null)
    {
        Doing = Entry(format, first, second, third);
        Add(Doing);
    }

    /// <summary>Notes something that happens on the way.</summary>
    public void Note(string format, object? first = null, object? second = null, object? third = null) =>
        Add(Entry(format, first, second, third));

    private TraceEntry Entry(string format, object? first, object? second, object? third) =>
        new(Steps, clock.GetElapsedTime(0), format, first, second, third);

    private void Add(TraceEntry entry)
    {
        if (_last.Count == kept)
        {
            _last.Dequeue();
        }

        _last.Enqueue(entry);
        writer?.Write(entry + "\n");
    }
}
