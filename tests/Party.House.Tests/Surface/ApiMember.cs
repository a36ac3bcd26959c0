using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>A member as the document describes it, or as reflection finds it.</summary>
public sealed record ApiMember
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string Accessibility { get; init; } = "public";

    public bool Static { get; init; }

    public bool Abstract { get; init; }

    public bool Virtual { get; init; }

    public bool Override { get; init; }

    /// <summary>Of a method: what it returns. Of anything else: its type.</summary>
    public string? ReturnType { get; init; }

    public string? Type { get; init; }

    /// <summary>The accessibility of the getter; null where there is none.</summary>
    public string? Get { get; init; }

    /// <summary>The accessibility of the setter; null where there is none.</summary>
    public string? Set { get; init; }

    public IReadOnlyList<ApiGenericParameter> GenericParameters { get; init; } = [];

    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Of a constant or an enum member: what it stands for.</summary>
    public JsonElement Value { get; init; }

    /// <summary>What overloads differ by, and what they give: kind, name and types.</summary>
    public string Signature(TypeArguments arguments)
    {
        var names = string.Join(", ", GenericParameters.Select(parameter => parameter.Name));
        var types = string.Join(", ", Parameters.Select(parameter => parameter.Signature(arguments)));
        var generic = names.Length == 0 ? "" : $"<{names}>";
        var hasParameters = Kind is "method" or "constructor" or "operator" or "conversion" or "indexer";
        var parameters = hasParameters ? $"({types})" : "";
        return $"{Kind} {Name}{generic}{parameters} : {arguments.Fill(ReturnType ?? Type ?? "")}";
    }

    public override string ToString() => Signature(TypeArguments.None);
}
