namespace Party.Hocon.Tests.Syntax;

public sealed class StructureTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("{}", "{}")]
    [InlineData(" { \n } \n", "{}")]
    [InlineData("{ a = 1, b = 2 }", "{a:1,b:2}")]
    [InlineData("{\"a\": 1, \"b\": {\"c\": [1, {\"d\": null}]}}", "{a:1,b:{c:[1,{d:null}]}}")]
    [InlineData("a = 1\nb : 2\nc { d = 3 }", "{a:1,b:2,c:{d:3}}")]
    [InlineData("a = 1, b = 2,\nc = 3,", "{a:1,b:2,c:3}")]
    [InlineData("a = 1\n, b = 2", "{a:1,b:2}")]
    [InlineData("a =\n  1", "{a:1}")]
    [InlineData("a\n{ b = 1 }", "{a:{b:1}}")]
    [InlineData("a { b = 1 }, c = 2", "{a:{b:1},c:2}")]
    public void Objects_need_few_signs(string text, string expected) => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a.b.c = 1", "{a:{b:{c:1}}}")]
    [InlineData("a.\"b.c\" = 1", "{a:{b.c:1}}")]
    [InlineData("\"a b\".c = 1", "{a b:{c:1}}")]
    [InlineData("a b . c = 1", "{a b:{c:1}}")]
    [InlineData("a\"b\"c = 1", "{abc:1}")]
    [InlineData("\"\" = 1", "{:1}")]
    [InlineData("1.5 = x", "{1:{5:x}}")]
    [InlineData("include = 1\ninclude.x { included = 2 }", "{include:{x:{included:2}}}")]
    [InlineData("\"\"\"a\"\"\" = 1", "{a:1}")]
    public void Keys_are_paths_unless_quoted(string text, string expected) => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a = []", "{a:[]}")]
    [InlineData("a = [ # none\n ]", "{a:[]}")]
    [InlineData("a = [1, 2\n3,\n4,]", "{a:[1,2,3,4]}")]
    [InlineData("a = [1 # one\n, 2]", "{a:[1,2]}")]
    [InlineData("a = [x y, [z], {b = 1}, null]", "{a:[x y,[z],{b:1},null]}")]
    [InlineData("a = [\n 1\n\n 2\n]", "{a:[1,2]}")]
    [InlineData("a = [1] [2, 3]", "{a:[1,2,3]}")]
    [InlineData("a = [{b = 1} {c = 2}]", "{a:[{b:1,c:2}]}")]
    public void Arrays_are_separated_by_commas_or_lines(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a = 1\na = 2", "{a:2}")]
    [InlineData("a { b = 1, c = 1 }\na { c = 2, d = 2 }", "{a:{b:1,c:2,d:2}}")]
    [InlineData("a.b.c = 1\na { b { d = 2 } }\na.b.c = 3", "{a:{b:{c:3,d:2}}}")]
    [InlineData("a { b = 1 }\na = 2\na { c = 3 }", "{a:{c:3}}")]
    [InlineData("a { b = 1 }\na = null", "{a:null}")]
    [InlineData("a { b = 1 }\na = [1]", "{a:[1]}")]
    [InlineData("a = [1]\na = [2]", "{a:[2]}")]
    [InlineData("a = { b = 1 } { b = 2, c = 3 }", "{a:{b:2,c:3}}")]
    public void The_last_value_counts_and_objects_merge(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a += 1", "{a:[1]}")]
    [InlineData("a = [1]\na += 2\na += [3]", "{a:[1,2,[3]]}")]
    [InlineData("a.b += 1\na { b += 2 }", "{a:{b:[1,2]}}")]
    [InlineData("x = 1\na += ${x}", "{x:1,a:[1]}")]
    [InlineData("a = [1]\na += 2\na = [3]\na += 4", "{a:[3,4]}")]
    public void Plus_equals_adds_an_element(string text, string expected) => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a", "t(1,5)")]
    [InlineData("b", "t(2,3)")]
    [InlineData("b.c", "t(3,7)")]
    [InlineData("\"e\"", "t(7,1)")]
    [InlineData("e.f", "t(7,9)")]
    public void Every_value_knows_its_place(string path, string expected)
    {
        var root = Texts.Tree("a = 1\nb {\n  c = [x,\n\t{ d = \"\"\"two\nlines\"\"\" }]\n}\n\"e\".f = \"y\"").Root;

        Assert.Equal(expected, root.Find(path)?.Position.ToString());
    }

    [Fact]
    public void Every_element_knows_its_place()
    {
        var array = Assert.IsType<HoconArrayNode>(Texts.Tree("a = [x,\r\n\t{ b = 1 }]").Root.Find("a"));

        Assert.Equal(["t(1,6)", "t(2,2)"], array.Items.Select(item => item.Position.ToString()));
    }
}
