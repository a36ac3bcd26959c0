using System.Collections.Concurrent;
using System.Threading.Channels;
using Party.Actors;

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
}
