using System.Collections.Immutable;
using System.Text.Json;

namespace Party.Conformance.Recordings;

/// <summary>
/// A file of recorded cases, in the schema of the recordings: <c>{"source", "set", "cases": […]}</c>.
/// </summary>
public sealed class RecordedFile
{
    /// <summary>Recorded trees nest as deep as the texts they were read from.</summary>
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    private RecordedFile(string name, ImmutableArray<JsonElement> cases) => (Name, Cases) = (name, cases);

    public string Name { get; }

    public ImmutableArray<JsonElement> Cases { get; }

    /// <summary>Reads every JSON file of a folder that holds cases, in the order of their names.</summary>
    public static IEnumerable<RecordedFile> ReadFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<RecordedFile>();

    public static RecordedFile? Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var document = JsonDocument.Parse(stream, Deep);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("cases", out var cases)
                ? new(Path.GetFileName(path), [.. cases.EnumerateArray().Select(one => one.Clone())])
                : null;
    }
}
