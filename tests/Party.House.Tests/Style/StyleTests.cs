using System.Text.RegularExpressions;

namespace Party.House.Tests.Style;

/// <summary>What the analyzers do not see.</summary>
public sealed partial class StyleTests
{
    private const int Columns = 120;
    private const int Lines = 400;

    [Fact]
    public void No_line_is_wider_than_120_columns()
    {
        var wide =
            from path in Sources
            from line in File.ReadLines(path).Index()
            where line.Item.Length > Columns && !Quotation().IsMatch(line.Item)
            select $"{HouseFiles.Relative(path)}({line.Index + 1}): {line.Item.Length}";

        HouseFiles.ExpectNone(wide);
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var tooLong =
            from path in Sources
            let lines = File.ReadLines(path).Count()
            where lines > Lines
            select $"{HouseFiles.Relative(path)}: {lines}";

        HouseFiles.ExpectNone(tooLong);
    }

    [Fact]
    public void Nothing_is_left_unfinished_or_fenced_off()
    {
        var found =
            from path in Sources.Where(path => !path.EndsWith("StyleTests.cs", StringComparison.Ordinal))
            from line in File.ReadLines(path).Index()
            where Leftover().IsMatch(line.Item)
            select $"{HouseFiles.Relative(path)}({line.Index + 1}): {line.Item.Trim()}";

        HouseFiles.ExpectNone(found);
    }

    [Fact]
    public void A_file_lies_where_its_namespace_says()
    {
        var strays =
            from path in Sources
            let space = Namespace().Match(File.ReadAllText(path))
            where space.Success
            let folder = Path
                .GetDirectoryName(Path.GetRelativePath(HouseFiles.Root, path))?.Split(Path.DirectorySeparatorChar)
            let expected = string.Join('.', [RootOf(folder[1]), .. folder[2..]])
            where space.Groups[1].Value != expected
            select $"{HouseFiles.Relative(path)}: {space.Groups[1].Value}, expected {expected}";

        HouseFiles.ExpectNone(strays);
    }

    [Fact]
    public void A_message_begins_with_what_was_expected_or_cannot_be()
    {
        var other =
            from path in HouseFiles.Sources("src")
            from Match thrown in Thrown().Matches(File.ReadAllText(path))
            where !thrown.Groups[1].Value.StartsWith("Expected", StringComparison.Ordinal)
                && !thrown.Groups[1].Value.StartsWith("Cannot", StringComparison.Ordinal)
                && !thrown.Groups[1].Value.StartsWith("Rule", StringComparison.Ordinal)
            select $"{HouseFiles.Relative(path)}: {thrown.Groups[1].Value}";

        HouseFiles.ExpectNone(other);
    }

    private static IEnumerable<string> Sources =>
        HouseFiles.Sources("src").Concat(HouseFiles.Sources("tests")).Concat(HouseFiles.Sources("docs"));

    // The embedded runtime lives under the names of what it stands in for, samples under those of their folders.
    private static string RootOf(string project) => project
        .Replace("Party.Akka.Embedded.TestKit.Tests", "Akka.TestKit.Tests", StringComparison.Ordinal)
        .Replace("Party.Akka.Embedded.TestKit", "Akka.TestKit", StringComparison.Ordinal)
        .Replace("Party.Akka.Embedded.Tests", "Akka.Embedded.Tests", StringComparison.Ordinal)
        .Replace("Party.Akka.Embedded", "Akka", StringComparison.Ordinal)
        .Replace("samples", "Party.Samples", StringComparison.Ordinal);

    // A text that a test quotes stays in one piece.
    [GeneratedRegex("\"[^\"]{50,}\"|InlineData")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|#region|#pragma|#if\b|Thread\.Sleep|Skip = ")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"throw new \w*Exception\(\s*(?:nameof\(\w+\), \w+,\s*)?\$?""([^""]*)")]
    private static partial Regex Thrown();
}
