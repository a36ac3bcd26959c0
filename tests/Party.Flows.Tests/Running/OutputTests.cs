using System.Threading.Channels;
using Akka.Actor;
using Party.Actors;

namespace Party.Flows.Tests.Running;

/// <summary>Where events go that leave a flow.</summary>
public sealed class OutputTests : FlowTest
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 5_000)];

    private static readonly FlowOptions Three = new() { Stages = 3, MaxDemand = 100 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_channel_gets_all_and_is_completed(bool isApart)
    {
        var channel = Channel.CreateBounded<int>(7);
        var flow = Flow.From(Numbers, Three);

        var done = (isApart ? flow.Shuffle() : flow).ToChannelAsync(Sys, channel.Writer);
        var events = await channel.Reader.ReadAllAsync().ToListAsync();

        await done.WaitAsync(Patience);
        Assert.Equal(Numbers, events.Order());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10)]
    [InlineData(3, 20)]
    [InlineData(2, 500)]
    public async Task What_is_read_ahead_of_a_slow_channel_is_bounded(int stages, int demand)
    {
        const int Capacity = 5;
        var (read, taken, most) = (0, 0, 0);
        var options = new FlowOptions { Stages = stages, MaxDemand = demand };
        var flow = Flow.From(Counted(), options).Select(item => item).Shuffle(options);
        var channel = Channel.CreateBounded<int>(Capacity);

        var done = flow.ToChannelAsync(Sys, channel.Writer);
        await foreach (var _ in channel.Reader.ReadAllAsync())
        {
            Interlocked.Increment(ref taken);
        }

        await done.WaitAsync(Patience);

        // What has been asked for: by the stages that read from the one that reads the sequence (there is none where it
        // does their work itself), by those behind them from each of these, and by whoever writes to the channel. And
        // in every stage between, a batch of which only one event was asked for.
        var batch = demand - (demand / 2);
        var asked = (stages == 1 ? 0 : stages * demand) + (stages * stages * demand) + (stages * demand);
        var bound = asked + (2 * stages * (batch - 1)) + Capacity + 1;
        Assert.InRange(most, 1, bound);
        Assert.Equal((20_000, 20_000), (read, taken));

        IEnumerable<int> Counted()
        {
            for (var item = 0; item < 20_000; item++)
            {
                most = Math.Max(most, ++read - Volatile.Read(ref taken));
                yield return item;
            }
        }
    }

    [Fact]
    public async Task A_channel_is_completed_with_the_failure()
    {
        var channel = Channel.CreateUnbounded<int>();
        var flow = Flow.From(Numbers, Three).Select(item => 1 / (item - 2_500));

        var error = await Assert.ThrowsAsync<FlowException>(
            () => flow.ToChannelAsync(Sys, channel.Writer).WaitAsync(Patience));

        Assert.Same(error, await Assert.ThrowsAsync<FlowException>(
            async () => await channel.Reader.ReadAllAsync().ToListAsync()));
    }

    [Fact]
    public async Task A_channel_that_somebody_has_completed_ends_the_flow()
    {
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.Complete();

        var error = await Assert.ThrowsAsync<FlowException>(
            () => Flow.From(Numbers, Three).ToChannelAsync(Sys, channel.Writer).WaitAsync(Patience));

        Assert.IsType<ChannelClosedException>(error.InnerException);
    }

    [Fact]
    public async Task A_loop_gets_all()
    {
        var flow = Flow.From(Numbers.Where(_ => true), Three).Select(item => item).AsAsyncEnumerable(Sys);

        Assert.Equal(Numbers, (await flow.ToListAsync()).Order());
        Assert.Equal(Numbers, (await flow.ToListAsync()).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_loop_that_is_left_early_ends_the_flow(int stages)
    {
        var isClosed = new TaskCompletionSource();
        var name = $"left-{stages}";
        var flow = Flow.From(Endless(), Three with { Stages = stages }).Select(item => item);

        await foreach (var item in flow.AsAsyncEnumerable(Sys, new() { Name = name }))
        {
            if (item == 777)
            {
                break;
            }
        }

        await isClosed.Task.WaitAsync(Patience);
        await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection($"/user/{name}").ResolveOne(Patience));

        IEnumerable<int> Endless()
        {
            try
            {
                for (var item = 0; ; item++)
                {
                    yield return item;
                }
            }
            finally
            {
                isClosed.TrySetResult();
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loop_is_told_of_the_failure(bool isApart)
    {
        var flow = Flow.From(Numbers, Three).Select(item => 1 / (item - 2_500));
        var events = (isApart ? flow.Shuffle() : flow).AsAsyncEnumerable(Sys);

        var error = await Assert.ThrowsAsync<FlowException>(async () => await events.ToListAsync());

        Assert.Equal(("Select", 2_500), (error.Operator, error.Item));
    }

    [Fact]
    public async Task A_loop_can_be_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var flow = Flow.From(Channel.CreateUnbounded<int>().Reader, Three).AsAsyncEnumerable(Sys);

        var loop = flow.ToListAsync(cancelling.Token).AsTask();
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop.WaitAsync(Patience));
    }

    [Fact]
    public async Task Consumers_that_are_started_are_drained_and_stopped()
    {
        var inbox = Channel.CreateUnbounded<int>();
        var props = Props.Create(() => new Collector(inbox.Writer));

        var run = Flow.From(Numbers, Three).Into(Sys, [props, props]);
        await run.Completion.WaitAsync(Patience);

        inbox.Writer.Complete();
        Assert.Equal(Numbers, (await inbox.Reader.ReadAllAsync().ToListAsync()).Order());
        ExpectGone(run);
    }

    [Fact]
    public async Task Consumers_that_are_there_get_all_and_live_on()
    {
        var inbox = Channel.CreateUnbounded<int>();
        var consumer = Sys.ActorOf(Props.Create(() => new Collector(inbox.Writer)));

        await Flow.From(Numbers, Three).Into(Sys, [consumer]).Completion.WaitAsync(Patience);
        await Flow.From(Numbers, Three).Into(Sys, [consumer]).Completion.WaitAsync(Patience);

        var events = await inbox.Reader.ReadAllAsync()
            .Take(2 * Numbers.Length).ToListAsync().AsTask().WaitAsync(Patience);
        Assert.Equal(Numbers.Concat(Numbers).Order(), events.Order());
    }

    [Fact]
    public async Task Where_all_consumers_have_gone_the_flow_ends()
    {
        var inbox = Channel.CreateUnbounded<int>();
        var consumer = Sys.ActorOf(Props.Create(() => new Collector(inbox.Writer)));
        var run = Flow.From(Enumerable.Repeat(1, int.MaxValue), Three).Into(Sys, [consumer]);
        await inbox.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        Sys.Stop(consumer);

        await run.Completion.WaitAsync(Patience);
        ExpectGone(run);
    }

    [Fact]
    public async Task Without_consumers_a_flow_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Flow.From(Numbers).Into(Sys, Array.Empty<Props>()));
        Assert.Throws<ArgumentException>(() => Flow.From(Numbers).Into(Sys, Array.Empty<IActorRef>()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Flow.From(Numbers).ToChannelAsync(Sys, null!));
    }

    private sealed class Collector(ChannelWriter<int> inbox) : Consumer<int>
    {
        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            foreach (var item in events)
            {
                inbox.TryWrite(item);
            }
        }
    }
}
