using System.Runtime.CompilerServices;
using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Edges;

public sealed class AsyncEnumerableProducerTests : StageTest
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TaskCompletionSource<int?>> _moves = [];
    private readonly Lock _lock = new();

    [Fact]
    public void One_event_is_gone_for_at_a_time_and_none_ahead()
    {
        var producer = Start(Producer.From(Play()));
        var consumer = Subscribe(producer);
        ExpectNothingMore(consumer, producer);
        Assert.Empty(_moves);

        consumer.Send(producer, new Request(2));
        Give(1, number: 7);
        Assert.Equal([7], consumer.ExpectMsg<Events<int>>().Batch);
        Give(2, number: 8);
        Assert.Equal([8], consumer.ExpectMsg<Events<int>>().Batch);

        ExpectNothingMore(consumer, producer);
        Assert.Equal(2, _moves.Count);
    }

    [Fact]
    public void While_it_waits_the_stage_handles_other_messages()
    {
        var producer = Start(Producer.From(Play()));
        var one = Subscribe(producer);
        one.Send(producer, new Request(1));
        var two = Subscribe(producer);
        two.Send(producer, new Request(1));
        ExpectNothingMore(two, producer);

        one.Send(producer, new Cancel(new(1), EndReason.Normal));
        Give(1, number: 7);

        Assert.Equal([7], two.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void The_end_of_the_sequence_ends_the_stage()
    {
        var producer = Start(Producer.From(Play()));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));

        Give(1, number: null);

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Stop)]
    public void An_error_of_the_sequence_fails_the_stage(Directive directive)
    {
        var producer = Start(Producer.From(Play()), directive);
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));

        Move(1).SetException(new FormatException("torn"));

        Assert.Equal("torn", Failures.ExpectMsg<FormatException>().Message);
        Assert.Equal(EndReason.Failure("torn"), consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public async Task A_stage_that_stops_cancels_the_wait_and_lets_go_of_the_sequence()
    {
        var producer = Start(Producer.From(Play()));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        Move(1);

        Sys.Stop(producer);

        await _closed.Task;
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
    }

    private async IAsyncEnumerable<int> Play([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            while (await NextAsync().WaitAsync(cancellation) is { } number)
            {
                yield return number;
            }
        }
        finally
        {
            _closed.SetResult();
        }
    }

    private Task<int?> NextAsync()
    {
        lock (_lock)
        {
            _moves.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _moves[^1].Task;
        }
    }

    private void Give(int nth, int? number) => Move(nth).SetResult(number);

    // The stage goes for an event when it gets to it; nobody else says so.
    private TaskCompletionSource<int?> Move(int nth)
    {
        AwaitCondition(() => Count >= nth);
        Assert.Equal(nth, Count);
        return _moves[nth - 1];
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _moves.Count;
            }
        }
    }
}
