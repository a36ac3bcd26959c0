namespace Party.Simulation.Scheduling;

/// <summary>What must hold after every step.</summary>
internal sealed class Laws
{
    private readonly List<(string Name, Func<string?> Violation)> _laws = [];

    public void Add(string name, Func<string?> violation) => _laws.Add((name, violation));

    public void Clear() => _laws.Clear();

    /// <summary>The first law that is broken, in words; null where all hold.</summary>
    public (string Message, Exception? Inner)? Broken()
    {
        foreach (var (name, violation) in _laws)
        {
            try
            {
                if (violation() is { } broken)
                {
                    return ($"Expected the law \"{name}\" to hold after every step, got: {broken}", null);
                }
            }
            catch (Exception error)
            {
                return (
                    $"Expected the law \"{name}\" to hold after every step, got {error.GetType()}: {error.Message}",
                    error);
            }
        }

        return null;
    }
}
