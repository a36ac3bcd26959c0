using Party.Simulation.Tracing;

namespace Party.Simulation.Scheduling;

/// <summary>What a simulation was doing when a piece of code began; it flows with the code to other threads.</summary>
/// <param name="Engine">The simulation.</param>
/// <param name="Entry">What was going on.</param>
internal sealed record Origin(Engine Engine, TraceEntry Entry)
{
    private static readonly AsyncLocal<Origin?> Flowing = new();

    /// <summary>The origin of what runs on this thread; null outside of all simulations.</summary>
    public static Origin? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    public override string ToString() => Entry.What;
}
