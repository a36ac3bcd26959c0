using Akka.TestKit.Xunit2;

namespace Party.Flows.Tests.Samples;

/// <summary>The examples of docs/guides/flow.md, and proof: words, partitions, what is told.</summary>
public sealed class FlowGuide() : TestKit("akka.loglevel = WARNING")
{
    private static readonly string[] Book = ["one two two", "three three three one", "three"];

    private static readonly Order[] Orders =
    [
        Order.At(0, "ann", 500), Order.At(10, "bob", 70), Order.At(20, "ann", 30), Order.At(70, "bob", 1),
        Order.At(80, "cid", 900),
    ];

    [Fact]
    public async Task Words_are_counted()
    {
        var book = Book;
        var counts = await Flow.From(book)
            .SelectMany(line => line.Split(' '))
            .CountBy(word => word)
            .ToListAsync(Sys);

        Assert.Equal([("one", 2), ("three", 4), ("two", 2)], counts.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void A_flow_explains_itself()
    {
        var flow = Flow.From(Book, new() { Stages = 4 })
            .SelectMany(line => line.Split(' '))
            .CountBy(word => word);

        Assert.Equal(
            """
            1. 4 stages: From(array) → SelectMany → CountBy, combined here → by key
            2. 4 stages: from 1 → CountBy → out

            """,
            flow.Explain());
    }

    [Fact]
    public async Task A_flow_can_be_written_as_a_query()
    {
        var large =
            from order in Flow.From(Orders)
            where order.Cents >= 500
            select order.Customer;

        Assert.Equal(["ann", "cid"], (await large.ToListAsync(Sys)).Order());
    }

    [Fact]
    public async Task Every_partition_keeps_its_own()
    {
        var sums = await Flow.From(Orders)
            .PartitionBy(order => order.Customer, new() { Stages = 4 })
            .Aggregate(() => new Dictionary<string, int>(), (sums, order) =>
            {
                sums[order.Customer] = sums.GetValueOrDefault(order.Customer) + order.Cents;
                return sums;
            })
            .EmitEvents()
            .ToListAsync(Sys);

        Assert.Equal([("ann", 530), ("bob", 71), ("cid", 900)], sums.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public async Task A_firing_says_in_which_stage_it_is()
    {
        var turnovers = await Flow.From(Orders)
            .PartitionBy(order => order.Customer, new() { Stages = 4 })
            .Aggregate(0, (sum, order) => sum + order.Cents)
            .OnTrigger<string>((sum, firing) => ([$"stage {firing.Stage}: {sum}"], sum))
            .ToListAsync(Sys);

        Assert.Equal(4, turnovers.Distinct().Count());
    }

    [Fact]
    public async Task The_states_of_all_stages_become_one()
    {
        var turnover = await Flow.From(Orders)
            .Aggregate(0, (sum, order) => sum + order.Cents)
            .Combine((one, other) => one + other)
            .ToListAsync(Sys);

        Assert.Equal([1501], turnover);
    }

    [Fact]
    public async Task The_largest_of_all_are_taken()
    {
        var largest = await Flow.From(Orders)
            .Aggregate(() => new List<int>(), (all, order) => [.. all, order.Cents])
            .TakeSorted(2, Comparer<int>.Create((one, other) => other.CompareTo(one)))
            .ToListAsync(Sys);

        Assert.Equal([900, 500], Assert.Single(largest));
    }
}
