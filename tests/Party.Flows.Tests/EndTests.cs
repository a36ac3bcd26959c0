using System.Collections.Concurrent;
using System.Threading.Channels;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Flows.Tests;

/// <summary>Where events go, and through whose hands.</summary>
public sealed class EndTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(1, 10_000)];

    [Fact]
    public async Task Events_go_through_stages_of_ones_own()
    {
        var doubling = ProducerConsumer.Props((int number) => new[] { number, number });

        var flow = Flow.From(Numbers).Where(number => number % 2 == 0).Through<int>([doubling, doubling])
            .Select(number => number + 1);

        Assert.Equal(
            Numbers.Where(number => number % 2 == 0).SelectMany(number => new[] { number + 1, number + 1 }),
            await Sorted(flow));
    }

    [Fact]
    public async Task Events_go_into_consumers_that_the_flow_starts()
    {
        var seen = new ConcurrentBag<int>();
        var consumer = Consumer.Props<int>(batch =>
        {
            foreach (var item in batch)
            {
                seen.Add(item);
            }
        });

        await Flow.From(Numbers).Select(number => -number)
            .Into(Sys, [consumer, consumer]).Completion.WaitAsync(Patience);

        Assert.Equal(Numbers.Select(number => -number).Order(), seen.Order());
    }

    [Fact]
    public async Task Events_go_into_a_channel_which_is_completed()
    {
        var channel = Channel.CreateBounded<int>(10);

        var run = Flow.From(Numbers).ToChannelAsync(Sys, channel.Writer);
        var seen = await channel.Reader.ReadAllAsync().ToListAsync().AsTask().WaitAsync(Patience);
        await run.WaitAsync(Patience);

        Assert.Equal(Numbers, seen.Order());
    }

    [Fact]
    public async Task Events_can_be_gone_through()
    {
        var seen = await Flow.From(Numbers).Select(number => 2 * number)
            .AsAsyncEnumerable(Sys).ToListAsync().AsTask().WaitAsync(Patience);

        Assert.Equal(Numbers.Select(number => 2 * number), seen.Order());
    }

    [Fact]
    public async Task A_loop_that_is_left_ends_a_flow_without_end()
    {
        var isClosed = new TaskCompletionSource();
        IEnumerable<int> Endless()
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    yield return number;
                }
            }
            finally
            {
                isClosed.SetResult();
            }
        }

        await foreach (var item in Flow.From(Endless(), new() { Stages = 1 }).AsAsyncEnumerable(Sys))
        {
            if (item == 5000)
            {
                break;
            }
        }

        await isClosed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Sources_wait_until_they_are_told_to_begin()
    {
        var seen = new ConcurrentBag<int>();
        var flow = Flow.From(Numbers).Select(number =>
        {
            seen.Add(number);
            return number;
        });

        var run = flow.Start(Sys, new() { DemandMode = DemandMode.Accumulate });
        await run.Coordinator.Ask<ActorIdentity>(new Identify(1), Patience);
        var before = seen.Count;
        run.SetDemandMode(DemandMode.Forward);
        await run.Completion.WaitAsync(Patience);

        Assert.Equal(0, before);
        Assert.Equal(Numbers.Length, seen.Count);
    }

    [Fact]
    public async Task Every_stage_says_when_it_starts()
    {
        var started = new ConcurrentBag<(int, int)>();
        var options = new FlowOptions { Stages = 3, OnStart = (stage, stages) => started.Add((stage, stages)) };

        await Run(Flow.From(Numbers, options).Select(number => number));

        Assert.Equal([(0, 3), (1, 3), (2, 3)], started.Order());
    }

    [Fact]
    public async Task Consumers_that_are_there_already_live_on()
    {
        var seen = new ConcurrentBag<int>();
        var consumer = Sys.ActorOf(Consumer.Props<int>(batch =>
        {
            foreach (var item in batch)
            {
                seen.Add(item);
            }
        }));

        await Flow.From(Numbers).Into(Sys, [consumer]).Completion.WaitAsync(Patience);
        await Flow.From(Numbers).Into(Sys, [consumer]).Completion.WaitAsync(Patience);
        await consumer.InformAsync("handled?", Patience);
        await consumer.Ask<ActorIdentity>(new Identify(1), Patience);

        Assert.Equal(2 * Numbers.Length, seen.Count);
    }

    [Fact]
    public async Task Nobody_subscribes_who_is_no_consumer()
    {
        var producer = Sys.ActorOf(Producer.From(Numbers));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Flow.From(Numbers).Into(Sys, [producer]).Completion.WaitAsync(Patience));

        Assert.Contains(producer.Path.ToString(), error.Message, StringComparison.Ordinal);
    }
}
