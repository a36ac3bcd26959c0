using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Edges;

public sealed class StreamTests : StageTest
{
    private static readonly SubscriptionOptions FourAtATime = new() { MaxDemand = 4, MinDemand = 2 };

    private readonly TestProbe _producer;

    public StreamTests() => _producer = CreateTestProbe();

    [Fact]
    public async Task A_loop_sees_the_events_of_a_producer()
    {
        var producer = Start(Producer.From(Enumerable.Range(0, 5000)));
        var seen = new List<int>();

        await foreach (var number in Sys.Stream<int>(new SubscribeTo(producer)))
        {
            seen.Add(number);
        }

        Assert.Equal(Enumerable.Range(0, 5000), seen);
    }

    [Fact]
    public async Task A_stream_of_several_producers_ends_when_all_of_them_have()
    {
        var options = new SubscriptionOptions { Cancel = CancelMode.Transient };
        var one = Start(Producer.From(Enumerable.Range(0, 1500)));
        var two = Start(Producer.From(Enumerable.Range(5000, 10)));
        var seen = new List<int>();

        await foreach (var number in Sys.Stream<int>(new SubscribeTo(one, options), new SubscribeTo(two, options)))
        {
            seen.Add(number);
        }

        Assert.Equal(Enumerable.Range(0, 1500), seen.Where(number => number < 5000));
        Assert.Equal(Enumerable.Range(5000, 10), seen.Where(number => number >= 5000));
    }

    [Fact]
    public async Task A_batch_is_requested_when_the_element_after_one_is_asked_for()
    {
        var stream = Sys.Stream<int>(new SubscribeTo(_producer, FourAtATime)).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        var (consumer, id) = Admit();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        Assert.True(await first);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(2, stream.Current);
        _producer.ExpectNoMsg(TimeSpan.Zero);

        Assert.True(await stream.MoveNextAsync());

        Assert.Equal(3, stream.Current);
        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), _producer.ExpectMsg<Request>());
        await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_loop_that_is_left_cancels_its_subscriptions()
    {
        var stream = Sys.Stream<int>(new SubscribeTo(_producer, FourAtATime)).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        var (consumer, id) = Admit();
        Watch(consumer);
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        Assert.True(await first);
        Assert.True(await stream.MoveNextAsync());
        Assert.True(await stream.MoveNextAsync());
        _producer.ExpectMsg<Request>();

        await stream.DisposeAsync();

        Assert.Equal(
            new Cancel(id, EndReason.Normal, Handled: 2, Phase: CancelPhase.Down), _producer.ExpectMsg<Cancel>());
        ExpectTerminated(consumer);
    }

    [Fact]
    public async Task A_stream_that_waits_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var stream = Sys.Stream<int>(new SubscribeTo(_producer, FourAtATime))
            .GetAsyncEnumerator(cancellation.Token);
        var first = stream.MoveNextAsync();
        var (consumer, id) = Admit();
        Watch(consumer);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
        Assert.Equal(id, _producer.ExpectMsg<Cancel>().Id);
        ExpectTerminated(consumer);
    }

    [Theory]
    [InlineData(CancelMode.Permanent, EndKind.Normal, false)]
    [InlineData(CancelMode.Permanent, EndKind.Shutdown, false)]
    [InlineData(CancelMode.Permanent, EndKind.Failure, true)]
    [InlineData(CancelMode.Transient, EndKind.Normal, false)]
    [InlineData(CancelMode.Transient, EndKind.Failure, true)]
    [InlineData(CancelMode.Temporary, EndKind.Failure, false)]
    public async Task The_end_of_the_last_subscription_ends_the_stream(CancelMode mode, EndKind kind, bool fails)
    {
        var stream = Sys.Stream<int>(new SubscribeTo(_producer, new() { Cancel = mode })).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        var (consumer, id) = Admit();
        Watch(consumer);
        _producer.Send(consumer, Events.Of(id, 1, 1));
        _producer.Send(consumer, new Cancelled(id, new(kind, "told so")));

        Assert.True(await first);
        var last = stream.MoveNextAsync();

        if (fails)
        {
            var error = await Assert.ThrowsAsync<SubscriptionEndedException>(async () => await last);
            Assert.Equal("told so", error.Reason.Text);
        }
        else
        {
            Assert.False(await last);
        }

        ExpectTerminated(consumer);
    }

    [Fact]
    public async Task A_permanent_end_ends_the_stream_for_the_other_producers_too()
    {
        var other = CreateTestProbe();
        var stream = Sys.Stream<int>(new SubscribeTo(other), new SubscribeTo(_producer)).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        other.ExpectMsg<Subscribe>();
        other.ExpectMsg<SetDemandMode>();
        var (consumer, id) = Admit();

        _producer.Send(consumer, new Cancelled(id, EndReason.Normal));

        Assert.False(await first);
        Assert.Equal(EndReason.Normal, other.ExpectMsg<Cancel>().Reason);
    }

    [Fact]
    public async Task Events_of_another_type_fail_the_stream()
    {
        var producer = Start(Producer.From(["a", "b"]));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Sys.Stream<int>(new SubscribeTo(producer)).GetAsyncEnumerator().MoveNextAsync());

        Assert.StartsWith("Expected events of type System.Int32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_producer_that_accumulates_begins_with_the_stream()
    {
        var producer = Start(Producer.From([7], new() { DemandMode = DemandMode.Accumulate }));

        var stream = Sys.Stream<int>(new SubscribeTo(producer)).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(7, stream.Current);
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    public async Task The_producers_before_a_stage_in_between_can_be_told_to_begin()
    {
        var first = CreateTestProbe();
        var options = new StreamOptions { Producers = [first] };
        var stream = Sys.Stream<int>(options, new SubscribeTo(_producer)).GetAsyncEnumerator();

        var next = stream.MoveNextAsync();

        Assert.Equal(DemandMode.Forward, first.ExpectMsg<SetDemandMode>().Mode);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Cancelled(id, EndReason.Normal));
        _producer.ExpectMsg<Cancel>();
        Assert.False(await next);
    }

    [Fact]
    public async Task A_stream_of_nothing_is_empty()
    {
        Assert.False(await Sys.Stream<int>().GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(
            () => Sys.Stream<int>(new SubscribeTo(_producer, new() { MaxDemand = 2, MinDemand = 2 })));
    }

    // The stream's actor has subscribed, is told that it may, and asks.
    private (IActorRef Consumer, SubscriptionId Id) Admit()
    {
        var id = _producer.ExpectMsg<Subscribe>().Id;
        var consumer = _producer.LastSender;
        _producer.ExpectMsg<SetDemandMode>();
        _producer.Send(consumer, new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }
}
