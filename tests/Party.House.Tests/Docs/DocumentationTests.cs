using System.Text.RegularExpressions;

namespace Party.House.Tests.Docs;

/// <summary>What the documentation shows is compiled somewhere, and where it points to there is something.</summary>
public sealed partial class DocumentationTests
{
    private static IEnumerable<string> Pages => Directory
        .EnumerateFiles(Path.Combine(HouseFiles.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(HouseFiles.Root, "README.md"))
        .Append(Path.Combine(HouseFiles.Root, "CHANGELOG.md"));

    [Fact]
    public void Every_snippet_is_compiled_somewhere()
    {
        var sources = HouseFiles.Sources("src").Concat(HouseFiles.Sources("tests")).Concat(HouseFiles.Sources("docs"))
            .Select(path => Squeeze(File.ReadAllText(path))).ToList();
        var drifted =
            from page in Pages
            from Match snippet in Snippet().Matches(File.ReadAllText(page))
            from part in snippet.Groups[1].Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            where !sources.Exists(source => source.Contains(Squeeze(part), StringComparison.Ordinal))
            select $"{HouseFiles.Relative(page)}: {part}";

        HouseFiles.ExpectNone(drifted);
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var dead =
            from page in Pages
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = Path.Combine(Path.GetDirectoryName(page) ?? ".", link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{HouseFiles.Relative(page)}: {link.Groups[1].Value}";

        HouseFiles.ExpectNone(dead);
    }

    [Fact]
    public void The_readme_is_short()
    {
        Assert.InRange(File.ReadLines(Path.Combine(HouseFiles.Root, "README.md")).Count(), 1, 120);
    }

    private static string Squeeze(string text) => Blank().Replace(text, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    // Links to files, without those to other sites and to places within a page.
    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
