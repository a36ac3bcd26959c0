using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class PathTests
{
    private static readonly ActorPath Root = new RootActorPath(new Address("akka", "stage"));

    [Fact]
    public void A_path_is_written_from_the_address_down()
    {
        var path = new ChildActorPath(Root / "user", "one", 7);

        Assert.Equal("akka://stage/user/one", path.ToString());
        Assert.Equal("akka://stage/user/one", path.ToStringWithAddress());
        Assert.Equal("/user/one", path.ToStringWithoutAddress());
        Assert.Equal("akka://stage/user/one#7", path.ToStringWithUid());
        Assert.Equal("akka://stage/user/one#7", path.ToSerializationFormat());
    }

    [Fact]
    public void The_root_has_no_name_and_ends_with_a_slash()
    {
        Assert.Equal("", Root.Name);
        Assert.Equal("akka://stage/", Root.ToString());
        Assert.Null(Root.Parent);
        Assert.Empty(Root.Elements);
    }

    [Fact]
    public void The_uid_is_not_part_of_equality()
    {
        var one = new ChildActorPath(Root, "one", 1);
        var again = new ChildActorPath(Root, "one", 2);

        Assert.Equal<ActorPath>(one, again);
        Assert.Equal(one.GetHashCode(), again.GetHashCode());
        Assert.True(one == again);
    }

    [Fact]
    public void Paths_differ_by_name_depth_and_address()
    {
        Assert.NotEqual(Root / "a", Root / "b");
        Assert.NotEqual(Root / "a", Root / "a" / "a");
        Assert.NotEqual(Root / "a", new RootActorPath(new Address("akka", "other")) / "a");
    }

    [Fact]
    public void What_was_written_can_be_read()
    {
        var path = ActorPath.Parse("akka://stage/user/one/two#12");

        Assert.Equal(["user", "one", "two"], path.Elements);
        Assert.Equal(12, path.Uid);
        Assert.Equal(Root / ["user", "one", "two"], path);
    }

    [Theory]
    [InlineData("/user/one")]
    [InlineData("user/one")]
    [InlineData("http://stage/user")]
    public void A_text_without_an_address_is_no_path(string text)
    {
        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void Ancestors_are_found_by_depth_from_either_end()
    {
        var path = Root / ["a", "b", "c"];

        Assert.Equal(3, path.Depth);
        Assert.Equal("a", path.ParentOf(1).Name);
        Assert.Equal("b", path.ParentOf(-1).Name);
        Assert.Equal(Root, path.ParentOf(0));
        Assert.Equal(Root, path.Root);
    }

    [Fact]
    public void Paths_are_in_order_when_their_names_are()
    {
        Assert.True((Root / "a").CompareTo(Root / "b") < 0);
        Assert.True((Root / "b").CompareTo(Root / "a") > 0);
        Assert.Equal(0, (Root / "a").CompareTo(Root / "a"));
    }

    [Theory]
    [InlineData("akka://stage", null, null)]
    [InlineData("akka.tcp://stage@host:2552", "host", 2552)]
    public void An_address_survives_being_written(string text, string? host, int? port)
    {
        var address = Address.Parse(text);

        Assert.Equal("stage", address.System);
        Assert.Equal(host, address.Host);
        Assert.Equal(port, address.Port);
        Assert.Equal(text, address.ToString());
        Assert.Equal(host is null, address.HasLocalScope);
    }

    [Theory]
    [InlineData("simple", true)]
    [InlineData("a-b_c.d*e", true)]
    [InlineData("100%25", true)]
    [InlineData("100%", false)]
    [InlineData("$mine", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("é", false)]
    [InlineData("", false)]
    public void A_name_is_made_of_a_few_characters(string name, bool isValid) =>
        Assert.Equal(isValid, ActorPath.IsValidPathElement(name));
}
