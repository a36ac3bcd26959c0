namespace Party.House.Tests.Surface;

/// <summary>A type parameter with what it asks of its arguments.</summary>
public sealed record ApiGenericParameter
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Constraints { get; init; } = [];

    public override string ToString() =>
        Constraints.Count == 0 ? Name : $"{Name}: {string.Join(", ", Constraints.Order())}";
}
