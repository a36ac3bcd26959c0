using System.Text.Json;
using System.Text.Json.Nodes;

namespace Party.Conformance.Hocon;

/// <summary>The recorded cases, where they are at hand: beside the checkout, or where PARTY_SHARED says.</summary>
public static class Corpus
{
    public const string Variable = "PARTY_SHARED";

    // The recorded trees nest as deep as the texts do.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    /// <summary>The folder of the recordings, null where there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } shared)
        {
            return Existing(Path.Combine(shared, "fidelity", "hocon"));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "fidelity", "hocon")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The cases of each file of a folder, by the file's name.</summary>
    public static IEnumerable<(string File, IReadOnlyList<RecordedCase> Cases)> Read(string folder)
        => from path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
           let cases = JsonNode.Parse(File.ReadAllText(path), documentOptions: Deep)?["cases"]?.AsArray() ?? []
           let recorded = cases.OfType<JsonObject>().Select(json => new RecordedCase(json)).ToArray()
           select (Path.GetFileName(path), (IReadOnlyList<RecordedCase>)recorded);

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
