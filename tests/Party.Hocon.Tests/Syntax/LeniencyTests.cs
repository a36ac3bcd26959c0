namespace Party.Hocon.Tests.Syntax;

public sealed class LeniencyTests
{
    [Theory]
    [InlineData(HoconLeniency.PlusSigns, "a = +5 + x", "{a:+5 + x}")]
    [InlineData(HoconLeniency.LinesInQuotes, "a = \"one\ntwo\"", "{a:one\ntwo}")]
    [InlineData(HoconLeniency.QuotesAfterLines, "a = \"\"\"x\"\"\"\"\"", "{a:x}")]
    [InlineData(HoconLeniency.MissingSeparators, "a { b = 1 } c = 2", "{a:{b:1},c:2}")]
    [InlineData(HoconLeniency.MissingKeys, "a { { b = 1 } }", "{a:{b:1}}")]
    [InlineData(HoconLeniency.MixedConcatenations, "a = x [1]", "{a:[1]}")]
    [InlineData(HoconLeniency.MixedConcatenations, "o { b = 1 }\na = x ${o}", "{o:{b:1},a:[]}")]
    [InlineData(HoconLeniency.MixedConcatenations, "o { b = 1 }\na = ${o} x", "{o:{b:1},a:{b:1}}")]
    [InlineData(HoconLeniency.MixedConcatenations, "a = x { b = 1 }", "{a:{b:1}}")]
    [InlineData(HoconLeniency.MixedConcatenations, "o { b = 1 }\na = [1] ${o} x", "{o:{b:1},a:[1]}")]
    [InlineData(HoconLeniency.BlankElements, "a = [ ]", "{a:[-]}")]
    [InlineData(HoconLeniency.DamagedText, "a = 1 }\nb = 2", "{a:1}")]
    [InlineData(HoconLeniency.LastingObjects, "a { b = 1 }\na = [1]", "{a:{b:1}}")]
    public void Each_habit_can_be_excused_by_itself(HoconLeniency leniency, string text, string expected)
    {
        var lenient = HoconDocument.Parse(text, "t", leniency: leniency).Resolve(Texts.NoVariables);
        var rest = HoconLeniency.All & ~leniency & ~HoconLeniency.DamagedText;
        var others = HoconDocument.Parse(text, "t", leniency: rest).Resolve(Texts.NoVariables);

        Assert.Equal(expected, Texts.Show(lenient.ThrowIfErrors().Root));
        Assert.True(!others.Errors.IsEmpty || Texts.Show(others.Root) != expected);
    }

    [Theory]
    [InlineData("a { b = 1 }\na = 2", "{a:2}")]
    [InlineData("x = 1\na { b = 1 }\na = y ${x}", "{x:1,a:y 1}")]
    [InlineData("x = 1\na { b = 1 }\na = ${x}", "{x:1,a:{b:1}}")]
    [InlineData("a { b = 1 }\na = [2]\na { c = 3 }", "{a:{b:1,c:3}}")]
    [InlineData("a = [1]\na { c = 3 }", "{a:{c:3}}")]
    [InlineData("a { b = 1 }\na = x\na { c = 3 }", "{a:{c:3}}")]
    [InlineData("a = 1\na = [2]", "{a:[2]}")]
    [InlineData("z = 1\nz = [${z}]", "{z:[1]}")]
    public void A_lasting_object_yields_to_text_alone(string text, string expected)
    {
        var tree = HoconDocument.Parse(text, leniency: HoconLeniency.LastingObjects).Resolve(Texts.NoVariables);

        Assert.Equal(expected, Texts.Show(tree.ThrowIfErrors().Root));
    }
}
