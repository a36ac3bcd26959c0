using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class NameTests : QuietKit
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("$own")]
    [InlineData("a b")]
    [InlineData("")]
    public void A_malformed_name_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Play(name: name));

    [Fact]
    public void A_name_in_use_is_refused_by_name()
    {
        Play(name: "taken");

        var error = Assert.Throws<InvalidActorNameException>(() => Play(name: "taken"));

        Assert.Contains("taken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_no_name_gets_one()
    {
        var parent = Play();

        var names = Enumerable.Range(0, 66).Select(_ => ChildOf(parent, Role()).Path.Name).ToList();

        Assert.Equal(["$a", "$b", "$c"], names.Take(3));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void A_reference_is_an_incarnation()
    {
        var first = Play(name: "again");
        StopAndWait(first);
        var second = Play(name: "again");

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
        Assert.Equal($"[{first.Path.ToSerializationFormat()}]", first.ToString());
    }

    [Fact]
    public void Children_are_found_by_name()
    {
        var parent = Play();
        var child = ChildOf(parent, Role(), "child");

        Assert.Equal(child, Inside(parent, part => part.Cell.Child("child")));
        Assert.True(Inside(parent, part => part.Cell.Child("nobody")).IsNobody());
        Assert.Equal(parent, Inside(child, part => part.Cell.Parent));
    }

    [Fact]
    public async Task Many_threads_can_start_top_level_actors()
    {
        var actors = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () => Enumerable.Range(0, 50).Select(_ => Sys.ActorOf(Role())).ToList())));

        Assert.Equal(800, actors.SelectMany(some => some).Distinct().Count());
    }
}
