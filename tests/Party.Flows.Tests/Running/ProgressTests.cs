using System.Threading.Channels;
using Akka.TestKit;
using Party.Flows.Running;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Running;

/// <summary>How far a flow has come, and what it is told meanwhile.</summary>
public sealed class ProgressTests()
    : FlowTest("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 40 };

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public async Task The_last_report_has_counted_all()
    {
        var reports = new Reports();
        var flow = Flow.From(Enumerable.Range(0, 1_000).ToArray(), Two)
            .Where(item => item % 2 == 0)
            .Shuffle(Two with { Stages = 3 })
            .SelectMany(item => new[] { item, item });

        await flow.RunAsync(Sys, new() { Progress = reports }).WaitAsync(Patience);

        var last = await reports.Next();
        Assert.Equal([new(1, 2, 1_000, 500, 0), new(2, 3, 500, 1_000, 0)], last.Layers);
        Assert.Equal((TimeSpan.Zero, 0), (last.Elapsed, last.Late));
    }

    [Fact]
    public async Task The_last_report_comes_where_the_flow_fails_and_where_it_is_cancelled()
    {
        var reports = new Reports();
        await Assert.ThrowsAsync<FlowException>(() => Flow.From([1, 0], Two with { Stages = 1 })
            .Select(item => 1 / item)
            .RunAsync(Sys, new() { Progress = reports }).WaitAsync(Patience));
        Assert.Equal([new(1, 1, 2, 0, 0)], (await reports.Next()).Layers);

        var run = Flow.From(Channel.CreateUnbounded<int>().Reader, Two).Start(Sys, new() { Progress = reports });
        run.Cancel();
        Assert.Equal([new(1, 2, 0, 0, 0)], (await reports.Next()).Layers);
    }

    [Fact]
    public async Task Reports_come_periodically()
    {
        var reports = new Reports();
        var interval = TimeSpan.FromSeconds(5);
        var run = Flow.From(Channel.CreateUnbounded<int>().Reader, Two)
            .Start(Sys, new() { Progress = reports, ProgressInterval = interval });
        StagesOf(run, 3);

        Time.Advance(interval);
        Assert.Equal(interval, (await reports.Next()).Elapsed);
        Time.Advance(interval);
        Assert.Equal(2 * interval, (await reports.Next()).Elapsed);

        run.Cancel();
        Assert.Equal(2 * interval, (await reports.Next()).Elapsed);
        ExpectGone(run);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_told_may_not_fail(bool isPeriodic)
    {
        var run = Flow.From(Channel.CreateUnbounded<int>().Reader, Two).Start(Sys, new() { Progress = new Deaf() });
        StagesOf(run, 3);

        if (isPeriodic)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
        }
        else
        {
            run.Cancel();
        }

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal("Progress", error.Operator);
        ExpectGone(run);
    }

    [Fact]
    public async Task A_message_lets_every_window_fire()
    {
        var source = Channel.CreateUnbounded<int>();
        var output = Channel.CreateUnbounded<string>();
        var arrived = Channel.CreateUnbounded<int>();
        var run = Flow.From(source.Reader, Two with { Stages = 1 })
            .Where(arrived.Writer.TryWrite)
            .Window(Window.Global<int>())
            .Aggregate(0, (sum, item) => sum + item)
            .OnTrigger<string>((sum, firing) => ([$"{firing.Trigger} {sum}"], sum))
            .Select(output.Writer.TryWrite)
            .Start(Sys);

        source.Writer.TryWrite(1);
        await arrived.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        run.Fire("now");
        Assert.Equal("now 1", await output.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        source.Writer.TryWrite(2);
        await arrived.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        run.Fire("again");
        Assert.Equal("again 3", await output.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        source.Writer.Complete();

        await run.Completion.WaitAsync(Patience);
        Assert.False(output.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_message_reaches_the_window_that_nobody_named()
    {
        var source = Channel.CreateUnbounded<int>();
        var output = Channel.CreateUnbounded<string>();
        var run = Flow.From(source.Reader, Two with { Stages = 1 })
            .Aggregate(0, (sum, item) => sum + item)
            .OnTrigger<string>((sum, firing) => ([$"{firing.Trigger} {sum}"], sum))
            .Select(output.Writer.TryWrite)
            .Start(Sys);

        run.Fire("now");
        Assert.Equal("now 0", await output.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        source.Writer.TryWrite(2);
        source.Writer.Complete();

        await run.Completion.WaitAsync(Patience);
        Assert.Equal("done 2", await output.Reader.ReadAsync().AsTask().WaitAsync(Patience));
    }

    private sealed class Reports : IProgress<FlowProgress>
    {
        private readonly Channel<FlowProgress> _reports = Channel.CreateUnbounded<FlowProgress>();

        public void Report(FlowProgress value) => _reports.Writer.TryWrite(value);

        public Task<FlowProgress> Next() => _reports.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }

    private sealed class Deaf : IProgress<FlowProgress>
    {
        public void Report(FlowProgress value) => throw new TimeoutException("Not heard.");
    }
}
