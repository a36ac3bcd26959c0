namespace Party.House.Tests.Surface;

/// <summary>A type as the document describes it.</summary>
public sealed record ApiType
{
    public required string FullName { get; init; }

    public required string Kind { get; init; }

    public required string Accessibility { get; init; }

    public bool Abstract { get; init; }

    public bool Sealed { get; init; }

    public bool Static { get; init; }

    public string? BaseType { get; init; }

    public IReadOnlyList<string> Interfaces { get; init; } = [];

    public IReadOnlyList<ApiGenericParameter> GenericParameters { get; init; } = [];

    public IReadOnlyList<ApiMember> Members { get; init; } = [];

    /// <summary>Of a delegate: what it returns.</summary>
    public string? ReturnType { get; init; }

    /// <summary>Of a delegate: what it takes.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];
}
