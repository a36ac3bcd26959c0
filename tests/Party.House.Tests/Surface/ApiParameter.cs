using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>A parameter as the document describes it, or as reflection finds it.</summary>
public sealed record ApiParameter
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public string? Modifier { get; init; }

    public bool Optional { get; init; }

    public JsonElement Default { get; init; }

    // "params" changes how a method may be called, not which one it is.
    public string Signature(TypeArguments arguments) =>
        Modifier is "out" or "ref" or "in" ? $"{Modifier} {arguments.Fill(Type)}" : arguments.Fill(Type);
}
