namespace Party.Simulation;

/// <summary>A simulation failed: a law was broken, something got stuck, or code waited for the world outside.</summary>
/// <remarks>The message ends with the seed and the last steps.</remarks>
public sealed class SimulationException : Exception
{
    internal SimulationException(string message, int seed, IReadOnlyList<string> lastSteps, Exception? inner = null)
        : base(Text(message, seed, lastSteps), inner)
    {
        Seed = seed;
        LastSteps = lastSteps;
    }

    /// <summary>Replays the run exactly, in <see cref="ActorSimulation.Replay"/> with the same scenario.</summary>
    public int Seed { get; }

    /// <summary>The end of the trace, oldest line first.</summary>
    public IReadOnlyList<string> LastSteps { get; }

    private static string Text(string message, int seed, IReadOnlyList<string> lastSteps) => string.Join(
        Environment.NewLine,
        [
            message,
            $"Seed {seed}: ActorSimulation.Replay({seed}, scenario) runs it again. The last steps:",
            .. lastSteps,
        ]);
}
