using Party.Flows.Keys;

namespace Party.Flows.Tests.Keys;

public sealed class KeyOperatorTests
{
    private readonly Collected<Keyed<string, int>> _made = new();

    [Fact]
    public void Every_event_gets_its_key_and_hash_in_order()
    {
        var keys = Operator(static word => word[..1]);

        keys.Next(["one", "two", "three"]);
        keys.Next(["four"]);

        Assert.Equal(
            [("o", 3), ("t", 3), ("t", 5), ("f", 4)], _made.Events.Select(static item => (item.Key, item.Value)));
        Assert.All(_made.Events, static item => Assert.Equal(TextKeyHash.Instance.Of(item.Key), item.Hash));
    }

    [Fact]
    public void An_event_without_a_key_is_named_and_nothing_goes_on()
    {
        var keys = Operator(static word => word == "two" ? null! : word);

        var error = Assert.Throws<FlowException>(() => keys.Next(["one", "two"]));

        Assert.Equal(("CountBy", "two"), (error.Operator, error.Item));
        Assert.Null(error.InnerException);
        Assert.Empty(_made.Events);
    }

    [Fact]
    public void An_event_whose_key_fails_is_named()
    {
        var keys = Operator(static word => word[3..4]);

        var error = Assert.Throws<FlowException>(() => keys.Next(["three", "four", "two"]));

        Assert.Equal(("CountBy", "two"), (error.Operator, error.Item));
        Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
    }

    private KeyOperator<string, string, int> Operator(Func<string, string> key) =>
        new("CountBy", TextKeyHash.Instance, key, static word => word.Length, _made);
}
