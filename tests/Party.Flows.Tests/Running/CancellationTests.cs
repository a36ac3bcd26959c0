using System.Threading.Channels;

namespace Party.Flows.Tests.Running;

/// <summary>A flow may be ended by whoever runs it.</summary>
public sealed class CancellationTests : FlowTest
{
    private static readonly FlowOptions Two = new() { Stages = 2, MaxDemand = 50 };

    [Fact]
    public async Task Cancelled_before_it_begins_it_does_nothing()
    {
        var touched = 0;
        var flow = Flow.From(Endless(), Two).Select(item => touched++);
        var token = new CancellationToken(canceled: true);

        var run = flow.Start(Sys, cancellationToken: token);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal((token, 0), (error.CancellationToken, touched));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => flow.ToListAsync(Sys, null, token).WaitAsync(Patience));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_sequence_without_end_is_ended(int stages, bool isApart)
    {
        using var cancelling = new CancellationTokenSource();
        var isClosed = new TaskCompletionSource();
        var flow = Flow.From(Endless(isClosed), Two with { Stages = stages }).Select(item =>
        {
            if (item == 10_000)
            {
                cancelling.Cancel();
            }

            return item;
        });

        var run = (isApart ? flow.CountBy(item => item % 3).Select(pair => pair.Value) : flow)
            .Start(Sys, cancellationToken: cancelling.Token);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal(cancelling.Token, error.CancellationToken);
        await isClosed.Task.WaitAsync(Patience);
        ExpectGone(run);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_stage_is_gone_where_it_is_cancelled_in_the_middle(bool byToken)
    {
        using var cancelling = new CancellationTokenSource();
        var channel = Channel.CreateUnbounded<int>();
        var run = Flow.From(channel.Reader, Two)
            .PartitionBy(item => item)
            .GroupBy(item => item)
            .Shuffle()
            .Start(Sys, cancellationToken: cancelling.Token);
        var stages = StagesOf(run, 7);

        if (byToken)
        {
            await cancelling.CancelAsync();
        }
        else
        {
            run.Cancel();
        }

        ExpectGone(stages);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Completion.WaitAsync(Patience));
        Assert.True(run.Completion.IsCanceled);
    }

    [Fact]
    public async Task Every_stage_is_gone_where_one_of_them_fails()
    {
        var channel = Channel.CreateUnbounded<int>();
        var run = Flow.From(channel.Reader, Two)
            .Select(item => 1 / item)
            .Shuffle()
            .Start(Sys);
        var stages = StagesOf(run, 5);

        channel.Writer.TryWrite(0);

        ExpectGone(stages);
        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal(("Select", 0), (error.Operator, error.Item));
    }

    [Fact]
    public async Task Stopped_by_somebody_else_it_fails()
    {
        var run = Flow.From(Channel.CreateUnbounded<int>().Reader, Two).Start(Sys);

        Sys.Stop(run.Coordinator);

        var error = await Assert.ThrowsAsync<FlowException>(() => run.Completion.WaitAsync(Patience));
        Assert.StartsWith("Cannot go on without its coordinator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_at_its_end_it_has_ended()
    {
        using var cancelling = new CancellationTokenSource();
        var flow = Flow.From([1, 2, 3], Two);

        var events = await flow.ToListAsync(Sys, null, cancelling.Token).WaitAsync(Patience);
        await cancelling.CancelAsync();

        Assert.Equal([1, 2, 3], events.Order());
    }

    private static IEnumerable<int> Endless(TaskCompletionSource? isClosed = null)
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
            isClosed?.TrySetResult();
        }
    }
}
