namespace Party.Hocon.Tests.Reading;

/// <summary>Values that another parser read, and that are read as settings here.</summary>
public sealed class ForeignValueTests
{
    private static readonly HoconPosition Somewhere = HoconPosition.In("elsewhere");

    [Fact]
    public void They_are_read_as_any_others()
    {
        var reader = new HoconReader(Tree(("a", Text("3")), ("b", Text(null)), ("c", List(Text("x"), Text("y")))), "s");

        Assert.Equal(3, reader["a"].ReadInt());
        Assert.False(reader["b"].Exists);
        Assert.Equal("x y", string.Join(' ', reader["c"].ReadList(item => item.ReadText())));
        Assert.Empty(reader.Errors);
    }

    [Fact]
    public void The_word_null_is_a_text_where_it_is_given_as_one()
    {
        Assert.Equal("null", new HoconReader(Tree(("a", Text("null"))), "s")["a"].ReadText());
    }

    [Fact]
    public void An_error_names_their_source_without_a_place()
    {
        var reader = new HoconReader(Tree(("a", Text("many"))), "s");

        reader["a"].ReadInt();

        Assert.Equal(
            ["elsewhere: s.a: Expected a whole number, got \"many\"."],
            reader.Errors.Select(error => error.ToString()));
    }

    private static HoconTree Tree(params (string Key, HoconNode Value)[] members)
    {
        var section = HoconObjectNode.Of(members.Select(one => KeyValuePair.Create(one.Key, one.Value)), Somewhere);
        return HoconDocument.Of(HoconObjectNode.Of("s", section)).Resolve();
    }

    private static HoconScalarNode Text(string? text) => HoconScalarNode.Of(text, Somewhere);

    private static HoconArrayNode List(params HoconNode[] items) => HoconArrayNode.Of(items, Somewhere);
}
