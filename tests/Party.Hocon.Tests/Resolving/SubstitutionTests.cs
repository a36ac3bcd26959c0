namespace Party.Hocon.Tests.Resolving;

public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("a = 1\nb = ${a}", "{a:1,b:1}")]
    [InlineData("b = ${a}\na = 1", "{b:1,a:1}")]
    [InlineData("a = 1\nb = ${a}\na = 2", "{a:2,b:2}")]
    [InlineData("a { b { c = 1 } }\nd = ${a.b.c}", "{a:{b:{c:1}},d:1}")]
    [InlineData("\"a.b\" = 1\nc = ${\"a.b\"}", "{a.b:1,c:1}")]
    [InlineData("a = 1\nb = ${ a }", "{a:1,b:1}")]
    [InlineData("a = 1\nb = x${a}y ${a} z", "{a:1,b:x1y 1 z}")]
    [InlineData("a = 1\nb = \"${a}\"", "{a:1,b:${a}}")]
    [InlineData("a = 1\nb = [${a}, x${a}]", "{a:1,b:[1,x1]}")]
    [InlineData("a = null\nb = x ${a}", "{a:null,b:x null}")]
    [InlineData("d = ${c}\nc = ${b}\nb = ${a}\na = 1", "{d:1,c:1,b:1,a:1}")]
    public void A_substitution_is_what_it_names(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a { x = 1, y = 2 }\nb = ${a} { y = 3 }", "{a:{x:1,y:2},b:{x:1,y:3}}")]
    [InlineData("a { x = 1 }\nb = { y = 2 } ${a}", "{a:{x:1},b:{y:2,x:1}}")]
    [InlineData("a { x = 1 }\nb { y = 2 }\nc = ${a} ${b}", "{a:{x:1},b:{y:2},c:{x:1,y:2}}")]
    [InlineData("a { x = 1 }\nb = ${a}\nb { y = 2 }\nb.x = 3", "{a:{x:1},b:{x:3,y:2}}")]
    [InlineData("a { x { y = 1 } }\nb = ${a} { x { z = 2 } }", "{a:{x:{y:1}},b:{x:{y:1,z:2}}}")]
    [InlineData("a = [1]\nb = ${a} [2] ${a}", "{a:[1],b:[1,2,1]}")]
    [InlineData("t { x = 1 }\na = ${t}\na = 5\na { y = 2 }", "{t:{x:1},a:{y:2}}")]
    public void Objects_merge_and_arrays_are_put_together(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("a = ${?x}\nb = 1", "{b:1}")]
    [InlineData("a = 1\na = ${?x}", "{a:1}")]
    [InlineData("a = [1, ${?x}, 2]", "{a:[1,2]}")]
    [InlineData("a = p${?x}q", "{a:pq}")]
    [InlineData("a = p ${?x} q", "{a:p  q}")]
    [InlineData("a = ${?x} ${?y}", "{}")]
    [InlineData("a = ${?x} { b = 1 }", "{a:{b:1}}")]
    [InlineData("a = ${?b}\nb = ${?x}", "{}")]
    public void An_optional_one_may_name_nothing(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("path = a\npath = ${path}\":b\"", "{path:a:b}")]
    [InlineData("a = [1]\na = ${a} [2]\na = ${a} [3]", "{a:[1,2,3]}")]
    [InlineData("a { x = 1 }\na = ${a} { y = 2 }\na = ${a} { x = 3 }", "{a:{x:3,y:2}}")]
    [InlineData("a = ${?a}x", "{a:x}")]
    [InlineData("a = 1\na = ${a}", "{a:1}")]
    [InlineData("a = 1\nb = 2\na = ${b}\nb = ${a}", "{a:1,b:1}")]
    [InlineData("a = 1\na = [${a}, 2]", "{a:[1,2]}")]
    [InlineData("a = 1\na = { b = ${a} }", "{a:{b:1}}")]
    [InlineData("a { b = 1 }\na = ${a.b}", "{a:1}")]
    [InlineData("a { b { c = 1 } }\na = ${a.b}", "{a:{b:{c:1},c:1}}")]
    [InlineData("b { x = 1 }\nb = ${b} { x = ${b.x}2 }", "{b:{x:12}}")]
    public void A_self_reference_is_what_was_there_before(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData("bar { foo = 42, baz = ${bar.foo} }", "{bar:{foo:42,baz:42}}")]
    [InlineData("bar { foo = 42, baz = ${bar.foo} }\nbar { foo = 43 }", "{bar:{foo:43,baz:43}}")]
    [InlineData(
        "bar { a = ${foo.d}, b = 1 }\nbar.b = 3\nfoo { c = ${bar.b}, d = 2 }\nfoo.d = 4",
        "{bar:{a:4,b:3},foo:{c:3,d:4}}")]
    [InlineData("a { b = ${a.c}, c { d = 1 } }", "{a:{b:{d:1},c:{d:1}}}")]
    public void Members_of_an_object_may_name_each_other(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Theory]
    [InlineData(
        "a = ${x}",
        "t(1,5): a: Expected ${x} to name a setting, from the root, or a variable of the environment, got "
            + "neither. Write ${?x} if it may be missing.")]
    [InlineData(
        "a { x = 1, y = ${x} }",
        "t(1,16): a.y: Expected ${x} to name a setting, from the root, or a variable of the environment, got "
            + "neither. Write ${?x} if it may be missing.")]
    [InlineData(
        "a = ${b}\nb = ${a}",
        "t(2,5): b: Cannot look ${a} up: its value leads back here, and nothing was written for it before.")]
    [InlineData(
        "a = ${a}",
        "t(1,5): a: Cannot look ${a} up: its value leads back here, and nothing was written for it before.")]
    [InlineData(
        "a { b = ${a} }",
        "t(1,9): a.b: Cannot look ${a} up: its value leads back here, and nothing was written for it before.")]
    [InlineData(
        "a = 1\nb = ${a.c}",
        "t(2,5): b: Expected ${a.c} to name a setting, from the root, or a variable of the environment, got "
            + "neither. Write ${?a.c} if it may be missing.")]
    public void A_substitution_that_fails_says_why_once(string text, string expected)
        => Assert.Equal([expected], Texts.Errors(text));

    [Theory]
    [InlineData("a = ${x}\na = 1", "{a:1}")]
    [InlineData("a = ${x}\na = [1]", "{a:[1]}")]
    public void What_is_hidden_is_never_looked_up(string text, string expected)
        => Assert.Equal(expected, Texts.Read(text));

    [Fact]
    public void The_environment_answers_for_what_no_setting_is_called()
    {
        var document = HoconDocument.Parse("a = ${HOST}\nb = ${?PORT}\nc = ${d}\nd = 1\ne = ${some.name}", "t");

        var tree = document.Resolve(n => n switch { "HOST" => "null", "d" => "2", "some.name" => "3", _ => null });

        Assert.Equal("{a:'null',c:1,d:1,e:3}", Texts.Show(tree.ThrowIfErrors().Root));
    }

    [Fact]
    public void A_value_tells_which_substitution_it_came_through()
    {
        var root = Texts.Tree("a { x = 1 }\nb = ${a}\nc = ${a.x}\nd = x${a.x}").Root;

        Assert.Equal(
            ["t(1,3) ", "t(2,5) a", "t(3,5) a.x", "t(4,5) "],
            root.Members.Values.Select(node => $"{node.Position} {node.Reference}"));
        Assert.Equal("t(1,9)", root.Find("b.x")?.Position.ToString());
    }
}
