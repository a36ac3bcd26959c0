using System.Threading.Channels;
using Akka.Actor;
using Party.Flows.Running;

namespace Party.Flows.Tests.Running;

/// <summary>A description runs as often as one likes.</summary>
public sealed class RunTests : FlowTest
{
    private static readonly FlowOptions Two = new() { Stages = 2 };

    public static TheoryData<int> Sizes => [0, 1, 2];

    [Fact]
    public async Task A_flow_runs_again_and_at_the_same_time()
    {
        var numbers = Enumerable.Range(0, 3_000).ToList();
        var flow = Flow.Merge([Flow.From(numbers, Two), Flow.From(numbers.Where(_ => true), Two)])
            .PartitionBy(item => item % 5)
            .Aggregate(0, (sum, item) => sum + item)
            .Combine((one, other) => one + other);

        var sums = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Run(flow)));

        Assert.All(sums, sum => Assert.Equal([2 * numbers.Sum()], sum));
        Assert.Equal([2 * numbers.Sum()], await Run(flow));
    }

    [Fact]
    public async Task A_list_is_read_as_it_is_when_the_flow_begins()
    {
        List<int> list = [];
        var flow = Flow.From(list, Two).Select(item => item);
        list.AddRange([1, 2, 3]);

        Assert.Equal([1, 2, 3], await Sorted(flow));

        list.Add(4);
        Assert.Equal([1, 2, 3, 4], await Sorted(flow));
    }

    [Fact]
    public async Task A_collection_that_was_empty_is_read_anew()
    {
        HashSet<int> set = [];
        var flow = Flow.From(set, Two).Select(item => item);
        set.Add(1);

        Assert.Equal([1], await Run(flow));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Few_events_are_as_good_as_many(int size)
    {
        int[] events = [.. Enumerable.Range(1, size)];
        for (var way = 0; way < Pipelines.Sources.Count; way++)
        {
            var flow = Pipelines.Sources.Of(way, events, Two).Flow;
            Assert.Equal(events, await Sorted(flow));
            flow = Pipelines.Sources.Of(way, events, Two).Flow;
            Assert.Equal(events, await Sorted(flow.PartitionBy(item => item).Select(item => item).Distinct()));
            flow = Pipelines.Sources.Of(way, events, Two).Flow;
            Assert.Equal(size, (await Run(flow.CountBy(item => item))).Count);
            flow = Pipelines.Sources.Of(way, events, Two).Flow;
            var count = flow.Aggregate(0, (count, _) => count + 1).Combine((one, other) => one + other);
            Assert.Equal([size], await Run(count));
        }
    }

    [Fact]
    public void Without_sources_there_is_no_flow()
    {
        Assert.Throws<ArgumentException>(() => Flow.FromAll<int>([]));
        Assert.Throws<ArgumentException>(() => Flow.Merge<int>([]));
        Assert.Throws<ArgumentException>(() => Flow.Broadcast<int>([]));
        Assert.Throws<ArgumentException>(() => Flow.FromProducers<int>([]));
        Assert.Throws<ArgumentException>(() => Flow.FromProps<int>([]));
        Assert.Throws<ArgumentException>(() => Flow.Merge<int>([null!]));
        Assert.Throws<ArgumentNullException>(() => Flow.FromAll<int>(null!));
    }

    [Fact]
    public async Task A_name_is_that_of_the_coordinator_and_can_be_taken()
    {
        var options = new FlowRunOptions { Name = "sums" };
        var flow = Flow.From(Channel.CreateUnbounded<int>().Reader, Two);
        var run = flow.Start(Sys, options);

        Assert.Equal("/user/sums", run.Coordinator.Path.ToStringWithoutAddress());
        Assert.Throws<InvalidActorNameException>(() => flow.Start(Sys, options));
        await Assert.ThrowsAsync<InvalidActorNameException>(() => flow.ToListAsync(Sys, options));

        run.Cancel();
        ExpectGone(run);
    }

    [Fact]
    public async Task It_runs_under_an_actor_too_and_ends_with_it()
    {
        var flow = Flow.From(Channel.CreateUnbounded<int>().Reader, Two);
        var parent = Sys.ActorOf(Props.Create(() => new Parent(flow)));
        parent.Tell("start", TestActor);
        var run = ExpectMsg<FlowRun>();
        Assert.Equal(parent.Path, run.Coordinator.Path.Parent);

        Sys.Stop(parent);

        await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowOptions { Stages = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowOptions { MaxDemand = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowOptions { MinDemand = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowRunOptions { Restarts = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlowRunOptions { ProgressInterval = TimeSpan.Zero });
        var high = new FlowOptions { MaxDemand = 10, MinDemand = 10 };
        Assert.ThrowsAny<ArgumentException>(() => Flow.From([1], high));
        Assert.ThrowsAny<ArgumentException>(() => Flow.From([1]).Shuffle(high));
        Assert.ThrowsAny<ArgumentException>(() => Flow.From([1]).PartitionBy(item => item, high));
        Assert.ThrowsAny<ArgumentException>(() => Flow.From([1]).Partition(item => item, high));
        Assert.ThrowsAny<ArgumentException>(() => Flow.Merge([Flow.From([1])], high));
    }

    [Fact]
    public void A_second_reduction_in_the_same_stages_is_refused()
    {
        var counts = Flow.From([1], Two).CountBy(item => item);

        var error = Assert.Throws<InvalidOperationException>(
            () => counts.Aggregate(0, (sum, pair) => sum + pair.Value));

        Assert.StartsWith("Expected Aggregate on events", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(
            () => counts.Window(Party.Flows.Windows.Window.Global<KeyValuePair<int, int>>()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_stage_may_emit_more_than_a_buffer_holds(int stages)
    {
        var options = new FlowOptions { Stages = stages };
        long[] keys = [.. Enumerable.Range(0, 100_000).Select(item => (long)item % 25_000)];

        var counts = await Run(Flow.From(keys, options).CountBy(key => key));
        var many = await Run(Flow.From([25_000], options)
            .SelectMany(item => Enumerable.Range(0, item)).Shuffle().SelectMany(item => new[] { item, item }));

        Assert.Equal((25_000, 100_000), (counts.Count, counts.Sum(pair => pair.Value)));
        Assert.Equal(50_000, many.Count);
    }

    private sealed class Parent : UntypedActor
    {
        private readonly Flow<int> _flow;

        public Parent(Flow<int> flow) => _flow = flow;

        protected override void OnReceive(object message) => Sender.Tell(_flow.Start(Context));
    }
}
