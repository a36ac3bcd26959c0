namespace Party.Hocon.Tests.Reading;

public sealed class ReaderTests
{
    [Fact]
    public void All_kinds_of_errors_come_together_in_the_order_of_the_text()
    {
        var reader = SettingTests.Reader("""
            a = x!
            b = ten
            c = ${nope}
            d = 1
            """);

        reader["a"].ReadText();
        reader["b"].ReadInt();
        reader["c"].ReadInt();
        reader["e"].ReadInt();

        var exception = Assert.Throws<HoconException>(reader.ThrowIfErrors);
        Assert.Equal(
            [
                "t(1,3) Value p.e",
                "t(2,6) Syntax p.a",
                "t(3,5) Value p.b",
                "t(4,5) Substitution p.c",
                "t(5,5) UnknownKey p.d",
            ],
            exception.Errors.Select(error => $"{error.Position} {error.Kind} {error.Path}"));
    }

    [Fact]
    public void What_an_error_explains_is_not_reported_again()
    {
        var reader = SettingTests.Reader("a = ,\nb = ${nope}\nc = 5");

        reader["a"].ReadInt();
        reader["b.x"].ReadInt();
        reader["b.y.z"].ReadInt();
        reader["c.x"].ReadInt();
        reader["c.y"].ReadInt();

        Assert.Equal(["p.a", "p.b", "p.c"], reader.Errors.Select(error => error.Path));
    }

    [Fact]
    public void A_key_that_nobody_asks_for_is_unknown()
    {
        var reader = SettingTests.Reader("""
            max-demand = 1
            min-demnad = 1
            o { a = 1, b = 2, x { y = 1 } }
            whole { z = 1 }
            """);
        reader["max-demand"].ReadInt();
        reader["o.a"].ReadInt();
        Assert.True(reader["whole"].Exists && !reader["min-demand"].Exists);

        Assert.Equal(
            [
                "t(3,14): p.min-demnad: Expected one of max-demand, min-demand, o, whole, got min-demnad. "
                    + "Did you mean min-demand?",
                "t(4,16): p.o.b: Expected one of a, got b.",
                "t(4,21): p.o.x: Expected one of a, got x.",
            ],
            reader.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Elements_and_members_are_searched_for_unknown_keys_too()
    {
        var reader = SettingTests.Reader("l = [{ a = 1, b = 2 }]\no { k { a = 1, c = 3 } }");

        reader["l"].ReadList(item => item["a"].ReadInt());
        Assert.All(reader["o"].ReadMembers(), member => member["a"].ReadInt());

        Assert.Equal(["p.l[0].b", "p.o.k.c"], reader.Errors.Select(error => error.Path));
    }

    [Fact]
    public void What_stands_beside_the_settings_is_left_alone()
    {
        var reader = SettingTests.Reader("a = 1", "akka { loglevel = DEBUG }");

        reader["a"].ReadInt();

        reader.ThrowIfErrors();
    }

    [Fact]
    public void A_value_of_a_fallback_is_reported_where_it_stands()
    {
        var tree = HoconDocument.Parse(
            "p { a = 1 }",
            "party.conf").WithFallback(HoconDocument.Parse("p {\n  a = 2\n  b = none\n}", "reference.conf")).Resolve();
        var reader = new HoconReader(tree, "p");

        reader["a"].ReadInt();
        reader["b"].ReadInt();

        Assert.Equal(
            ["reference.conf(3,7): p.b: Expected a whole number, got \"none\"."],
            reader.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Settings_that_are_missing_altogether_are_reported_one_by_one()
    {
        var reader = new HoconReader(HoconDocument.Parse("", "t").Resolve(), "party.stage");

        reader["a"].ReadInt();
        reader["b.c"].ReadText();

        Assert.Equal(["party.stage.a", "party.stage.b.c"], reader.Errors.Select(error => error.Path));
    }
}
