namespace Party.Conformance.Hocon;

/// <summary>What a replay found.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Differences">Empty where everything came out as recorded.</param>
/// <param name="IsRefused">
/// Whether the whole difference is that the text was refused, with the place of what is wrong in it.
/// </param>
public sealed record Outcome(string Name, IReadOnlyList<string> Differences, bool IsRefused)
{
    public bool IsSame => Differences.Count == 0;

    public override string ToString() => $"{Name}\n    {string.Join("\n    ", Differences)}";
}
