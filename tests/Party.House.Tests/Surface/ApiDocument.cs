using System.Text.Json;

namespace Party.House.Tests.Surface;

/// <summary>Akka.NET's public surface, as it was read off its assemblies.</summary>
public sealed class ApiDocument
{
    private const string File = "akka-api-1.5.30.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, ApiType> _types;

    private ApiDocument(IEnumerable<ApiType> types) => _types = types.ToDictionary(type => type.FullName);

    /// <summary>Reads the document from the shared folder; null where there is none.</summary>
    public static ApiDocument? Load()
    {
        var places = SharedFolders().Select(folder => Path.Combine(folder, "reference", File));
        if (places.FirstOrDefault(System.IO.File.Exists) is not { } path)
        {
            return null;
        }

        using var stream = System.IO.File.OpenRead(path);
        return new((JsonSerializer.Deserialize<Content>(stream, Options) ?? new([])).Types);
    }

    public IEnumerable<ApiType> Types => _types.Values;

    public ApiType? Find(string fullName) => _types.GetValueOrDefault(fullName);

    /// <summary>
    /// The type and what it is derived from, as far as that is Akka.NET's, each with its type arguments.
    /// </summary>
    public IEnumerable<(ApiType Type, TypeArguments Arguments)> Lineage(ApiType type)
    {
        (ApiType Type, TypeArguments Arguments)? current = (type, TypeArguments.None);
        while (current is var (found, arguments))
        {
            yield return (found, arguments);
            current = found.BaseType is { } name ? Resolve(name, arguments) : null;
        }
    }

    /// <summary>The types of an interface list, each with its type arguments.</summary>
    public IEnumerable<(ApiType Type, TypeArguments Arguments)> Interfaces(ApiType type) =>
        type.Interfaces.Select(name => Resolve(name, TypeArguments.None)).OfType<(
            ApiType Type, TypeArguments Arguments)>();

    private static IEnumerable<string> SharedFolders()
    {
        if (Environment.GetEnvironmentVariable("PARTY_SHARED") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }

    private (ApiType Type, TypeArguments Arguments)? Resolve(string name, TypeArguments outer)
    {
        var (definition, arguments) = TypeArguments.Split(outer.Fill(name));
        return Find(definition) is { } type ? (type, TypeArguments.Of(type.GenericParameters, arguments)) : null;
    }

    private sealed record Content(IReadOnlyList<ApiType> Types);
}
