using System.Collections.Concurrent;
using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Flows.Running;
using Party.Flows.Windows;

namespace Party.Flows.Tests;

/// <summary>Where a flow might wait for somebody who never comes, or lose what it should not.</summary>
public sealed class ReviewTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 5_000)];

    [Fact]
    public async Task A_flow_into_consumers_that_are_gone_ends()
    {
        var gone = Sys.ActorOf(Consumer.Props<int>(_ => { }));
        Watch(gone);
        Sys.Stop(gone);
        await ExpectTerminatedAsync(gone, Patience);

        await Flow.From(Numbers).Into(Sys, [gone]).Completion.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_flow_into_consumers_that_stop_at_once_ends() =>
        await Flow.From(Numbers).Into(Sys, [Props.Create(() => new Absent())]).Completion.WaitAsync(Patience);

    [Fact]
    public async Task A_restarted_stage_ends_when_nobody_wants_more()
    {
        static IEnumerable<int> Endless()
        {
            for (var number = 0; ; number++)
            {
                yield return number;
            }
        }

        var failures = 1;
        var options = new FlowOptions { Stages = 1, MaxDemand = 100 };
        var consumer = Sys.ActorOf(Props.Create(() => new Leaving(5_000)));

        var run = Flow.From(Endless(), options)
            .Shuffle(options)
            .Select(number => number == 1000 && Interlocked.Decrement(ref failures) >= 0
                ? throw new InvalidOperationException("once")
                : number)
            .Into(Sys, [consumer], new() { Restarts = 1 });

        await run.Completion.WaitAsync(Patience);
    }

    [Fact]
    public async Task What_is_broadcast_would_miss_a_stage_that_is_restarted()
    {
        var flow = Flow.Broadcast([Flow.From(Numbers)]);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => flow.ToListAsync(Sys, new FlowRunOptions { Restarts = 3 }).WaitAsync(Patience));

        Assert.StartsWith(
            "Expected no Broadcast where stages are restarted, got 3 Restarts.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Producers_that_wait_are_told_to_begin()
    {
        var waiting = Producer.From(Numbers, new ProducerOptions<int> { DemandMode = DemandMode.Accumulate });

        Assert.Equal(Numbers, await Sorted(Flow.FromProps<int>([waiting])));
    }

    [Fact]
    public async Task A_producer_of_ones_own_is_not_told_of_firings()
    {
        var told = new ConcurrentQueue<object>();
        var own = new TaskCompletionSource<IActorRef>();
        var fired = new TaskCompletionSource();

        var run = Flow.FromProps<int>([Props.Create(() => new Own(told, own))], new() { Stages = 1 })
            .Aggregate(0, (sum, number) => sum + number)
            .OnTrigger<int>(_ =>
            {
                fired.TrySetResult();
                return [];
            })
            .Start(Sys);
        run.Fire("now");
        await fired.Task.WaitAsync(Patience);
        await (await own.Task.WaitAsync(Patience)).Ask<string>("you", Patience);
        run.Cancel();
        await Task.WhenAny(run.Completion).WaitAsync(Patience);

        Assert.Equal(["you"], told);
    }

    [Fact]
    public void Several_sequences_are_worked_on_by_all_processors()
    {
        var flow = Flow.FromAll([Numbers, Numbers]);

        Assert.EndsWith(
            $"3. {new FlowOptions().Stages} stages: from 1 and 2 → out\n", flow.Explain(), StringComparison.Ordinal);
        Assert.Equal("sources", Assert.Throws<ArgumentNullException>(() => Flow.FromAll<int>(null!)).ParamName);
    }

    [Fact]
    public async Task Sessions_that_become_one_are_merged_once()
    {
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var sessions = Window.Session<int>(TimeSpan.FromSeconds(6), number => begin.AddSeconds(number));
        var window = sessions.TriggerEvery(1) with
        {
            AllowedLateness = TimeSpan.FromMinutes(1),
        };

        var flow = Flow.From(new[] { 0, 10, 5 }, new() { Stages = 1 })
            .Window(window)
            .Aggregate(0, (count, _) => count + 1, (one, other) => one + other)
            .Combine((one, other) => one + other);

        Assert.Equal([3], await Run(flow));
    }

    private sealed class Absent : Consumer<int>
    {
        protected override void PreStart() => Context.Stop(Self);

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
        }
    }

    private sealed class Leaving(int after) : Consumer<int>
    {
        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            if (events[^1] >= after)
            {
                Stop(EndReason.Normal);
            }
        }
    }

    private sealed class Own : Producer<int>
    {
        private readonly TaskCompletionSource<IActorRef> _own;

        public Own(ConcurrentQueue<object> told, TaskCompletionSource<IActorRef> own)
        {
            _own = own;
            ReceiveAny(message =>
            {
                told.Enqueue(message);
                Sender.Tell("I");
            });
        }

        protected override void PreStart() => _own.SetResult(Self);

        protected override void HandleDemand(DemandIncrement demand)
        {
        }
    }
}
