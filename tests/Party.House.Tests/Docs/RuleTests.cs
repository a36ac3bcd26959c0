using System.Globalization;
using System.Text.RegularExpressions;

namespace Party.House.Tests.Docs;

/// <summary>A rule, its number and its evidence are one thing.</summary>
public sealed partial class RuleTests
{
    private static readonly List<(string Kind, int Number, string Tests)> Rules = [..
        from line in File.ReadLines(Path.Combine(HouseFiles.Root, "docs", "rules.md"))
        let row = Row().Match(line)
        where row.Success
        select (row.Groups[1].Value, Number(row.Groups[2].Value), row.Groups[3].Value)];

    private static readonly HashSet<string> Tests = [..
        from path in HouseFiles.Sources("tests")
        from Match test in Test().Matches(File.ReadAllText(path))
        select test.Groups[1].Value];

    [Fact]
    public void Rules_are_numbered_without_a_gap()
    {
        foreach (var kind in Rules.GroupBy(rule => rule.Kind))
        {
            Assert.Equal(Enumerable.Range(1, kind.Count()), kind.Select(rule => rule.Number));
        }
    }

    [Fact]
    public void Every_rule_is_shown_by_a_test()
    {
        var unshown =
            from rule in Rules
            let named = Name().Matches(rule.Tests).Select(name => name.Groups[1].Value).ToList()
            where named.Count == 0 || named.Exists(name => !Tests.Contains(name))
            select $"{rule.Kind}-{rule.Number:00}: {rule.Tests}";

        HouseFiles.ExpectNone(unshown);
    }

    [Fact]
    public void Every_numbered_test_shows_its_rule()
    {
        var strays =
            from test in Tests
            let number = Numbered().Match(test)
            where number.Success && !Rules.Exists(rule =>
                rule.Kind == number.Groups[1].Value && rule.Number == Number(number.Groups[2].Value)
                && rule.Tests.Contains($"`{test}`", StringComparison.Ordinal))
            select test;

        HouseFiles.ExpectNone(strays);
    }

    [Fact]
    public void Every_rule_that_is_cited_is_there()
    {
        var unknown =
            from path in HouseFiles.Sources("src").Concat(HouseFiles.Sources("tests"))
            from Match citation in Citation().Matches(File.ReadAllText(path))
            where !Rules.Exists(rule =>
                rule.Kind == citation.Groups[1].Value && rule.Number == Number(citation.Groups[2].Value))
            select $"{HouseFiles.Relative(path)}: {citation.Value}";

        HouseFiles.ExpectNone(unknown);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| ([DPCBSL])-(\d\d) \|.*\|([^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^([DPCBSL])(\d\d)_")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b([DPCBSL])-(\d\d)\b")]
    private static partial Regex Citation();
}
