using Akka.TestKit.Xunit2;
using Party.Flows.Running;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Samples;

/// <summary>The examples of docs/guides/flow.md, and proof: joins, runs, failures.</summary>
public sealed class FlowRunningGuide() : TestKit("akka.loglevel = WARNING")
{
    private static readonly Order[] Orders =
        [Order.At(0, "ann", 500), Order.At(10, "bob", 70), Order.At(20, "ann", 30)];

    private static readonly (string Name, string Town)[] People = [("ann", "Ulm"), ("cid", "Bern")];

    [Fact]
    public async Task Two_flows_are_joined_by_key()
    {
        var people = Flow.From(People);
        var sent = await Flow.From(Orders)
            .LeftJoin(
                people,
                order => order.Customer,
                person => person.Name,
                (order, person) => $"{order.Cents} to {person.Town ?? "nowhere"}")
            .ToListAsync(Sys);

        Assert.Equal(["30 to Ulm", "500 to Ulm", "70 to nowhere"], sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_join_may_have_a_window()
    {
        var second = Order.At(15, "ann", 1);
        var near = JoinWindow.Fixed<Order, Order>(TimeSpan.FromSeconds(10), one => one.Time, other => other.Time);
        var pairs = await Flow.From(Orders)
            .Join(
                Flow.From([second]),
                order => order.Customer,
                other => other.Customer,
                (order, other) => (order.Cents, other.Cents),
                near)
            .ToListAsync(Sys);

        Assert.Empty(pairs);
    }

    [Fact]
    public async Task A_flow_is_a_sequence_that_is_made_as_it_is_read()
    {
        var sums = 0;
        await foreach (var cents in Flow.From(Orders).Select(order => order.Cents).AsAsyncEnumerable(Sys))
        {
            sums += cents;
        }

        Assert.Equal(600, sums);
    }

    [Fact]
    public async Task A_run_says_how_far_it_has_come()
    {
        var last = new Last();
        await Flow.From(Orders).CountBy(order => order.Customer).RunAsync(Sys, new() { Progress = last });

        Assert.Equal(3, last.Value?.Layers[0].Received);
    }

    [Fact]
    public async Task A_flow_fails_with_the_operator_and_the_event()
    {
        var error = await Assert.ThrowsAsync<FlowException>(() => Flow
            .From(Orders)
            .Select(order => 100 / (order.Cents - 70))
            .ToListAsync(Sys));

        Assert.Equal("Select", error.Operator);
        Assert.Equal(Orders[1], error.Item);
    }

    [Fact]
    public async Task A_stage_that_keeps_nothing_may_be_restarted()
    {
        var failures = 1;
        var cents = await Flow.From(Orders)
            .Select(order => Interlocked.Decrement(ref failures) == 0 ? throw new TimeoutException() : order.Cents)
            .ToListAsync(Sys, new FlowRunOptions { Restarts = 3 });

        Assert.Equal([30, 70, 500], cents.Distinct().Order());
    }

    private sealed class Last : IProgress<FlowProgress>
    {
        public FlowProgress? Value { get; private set; }

        public void Report(FlowProgress value) => Value = value;
    }
}
