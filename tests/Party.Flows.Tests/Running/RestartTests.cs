using System.Collections.Concurrent;
using Party.Flows.Running;

namespace Party.Flows.Tests.Running;

/// <summary>A flow may outlive failures of stages that keep nothing.</summary>
public sealed class RestartTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 1_000)];

    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 40 };

    private readonly ConcurrentDictionary<int, int> _tries = [];

    public static TheoryData<int, int> Ways
    {
        get
        {
            var ways = new TheoryData<int, int>();
            foreach (var number in Enumerable.Range(0, 5 * Pipelines.Sources.Count))
            {
                ways.Add(number / 5, number % 5);
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_event_is_delivered_at_least_once(int way, int place)
    {
        var source = Pipelines.Sources.Of(way, Numbers, Two).Flow;
        var flow = place switch
        {
            0 => source.Select(Stumble),
            1 => source.Select(Stumble).Shuffle(),
            2 => source.Shuffle().Select(Stumble),
            3 => source.PartitionBy(item => item).Select(Stumble).Shuffle(),
            _ => Flow.Merge([Flow.From([-1]), source.Where(item => item < 500)])
                .SelectMany(item => new[] { Stumble(item) }).PartitionBy(item => item),
        };

        var events = await flow.ToListAsync(Sys, new FlowRunOptions { Restarts = 10 }).WaitAsync(Patience);

        IEnumerable<int> all = place < 4 ? Numbers : Enumerable.Range(-1, 501);
        Assert.Equal(all, events.Distinct().Order());
        Assert.All(_tries.Where(pair => pair.Key % 250 == 249), pair => Assert.True(pair.Value > 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task One_failure_too_many_ends_the_flow(int restarts)
    {
        var tries = 0;
        var flow = Flow.From(Numbers, Two).Select(item => item == 500 && ++tries > 0 ? 1 / (item - 500) : item);

        var error = await Assert.ThrowsAsync<FlowException>(
            () => flow.RunAsync(Sys, new() { Restarts = restarts }).WaitAsync(Patience));

        Assert.Equal((500, restarts + 1), (error.Item, tries));
    }

    [Fact]
    public async Task An_action_is_tried_again()
    {
        var seen = new ConcurrentBag<int>();
        var flow = Flow.From(Numbers, Two);

        await flow.ForEachAsync(Sys, item => seen.Add(Stumble(item)), new() { Restarts = 10 }).WaitAsync(Patience);

        Assert.Equal(Numbers, seen.Distinct().Order());
    }

    [Fact]
    public async Task Operators_that_keep_something_are_refused_by_name()
    {
        var flow = Flow.From(Numbers, Two);
        await ExpectRefusal("CountBy", flow.CountBy(item => item));
        await ExpectRefusal("GroupBy", flow.PartitionBy(item => item).GroupBy(item => item));
        await ExpectRefusal("Distinct", flow.Distinct().Shuffle().Select(item => item));
        await ExpectRefusal("Aggregate, EmitState", flow.Aggregate(0, (sum, item) => sum + item).EmitState());
        await ExpectRefusal("EmitAndAggregate", flow
            .EmitAndAggregate<int, int>(() => 0, (_, item) => ([item], 0)).EmitNothing());
        await ExpectRefusal("Join", flow.Join(flow, item => item, item => item, (one, other) => one + other));
        await ExpectRefusal("Window", flow
            .Window(Party.Flows.Windows.Window.Global<int>()).Aggregate(0, (sum, item) => sum + item).EmitState());
    }

    private async Task ExpectRefusal<TEvent>(string name, Flow<TEvent> flow)
    {
        var run = flow.Start(Sys, new() { Restarts = 1 });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => run.Completion.WaitAsync(Patience));

        Assert.Matches(
            $"^Expected operators that keep nothing where stages are restarted, got {name}\\.", error.Message);
        ExpectGone(run);
    }

    // Every so often an event has to be tried twice.
    private int Stumble(int item) => item % 250 == 249 && _tries.AddOrUpdate(item, 1, (_, count) => count + 1) == 1
        ? throw new TimeoutException("Once more.")
        : item;
}
