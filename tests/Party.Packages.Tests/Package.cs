using System.IO.Compression;
using System.Xml.Linq;

namespace Party.Packages.Tests;

/// <summary>What is in a package.</summary>
internal sealed record Package(
    string Id, XElement Metadata, IReadOnlyCollection<string> Files, IReadOnlyCollection<string> Symbols)
{
    public string Version => Said("version");

    public IEnumerable<string> Dependencies => Metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .Select(element => (string?)element.Attribute("id") ?? "");

    public string Said(string name) =>
        Metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    public static Package Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var description = archive.Entries
            .Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using var text = description.Open();
        var metadata = XDocument.Load(text).Root?.Elements().First()
            ?? throw new InvalidDataException($"Expected a description in {path}, got nothing.");
        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(path, "snupkg"));
        return new(
            metadata.Elements().First(element => element.Name.LocalName == "id").Value,
            metadata,
            [.. archive.Entries.Select(entry => entry.FullName)],
            [.. symbols.Entries.Select(entry => entry.FullName)]);
    }
}
