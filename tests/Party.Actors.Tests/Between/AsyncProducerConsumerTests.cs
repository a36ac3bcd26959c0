using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Between;

public sealed class AsyncProducerConsumerTests : StageTest
{
    private readonly TestProbe _producer;
    private readonly Queue<TaskCompletionSource<bool>> _gates = new();

    public AsyncProducerConsumerTests() => _producer = CreateTestProbe();

    [Fact]
    public void What_a_batch_emits_is_handed_on_when_it_is_done()
    {
        var (relay, id, consumer) = StartWanted();
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        ExpectMsg("begun 1 2");
        consumer.ExpectNoMsg(TimeSpan.Zero);
        _producer.ExpectNoMsg(TimeSpan.Zero);

        Open();

        Assert.Equal([1, 2], Receive(consumer, 2));
        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
    }

    [Fact]
    public void A_batch_that_fails_keeps_the_consumers_and_subscribes_anew()
    {
        var (relay, id, consumer) = StartWanted();
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");

        _gates.Dequeue().SetException(new InvalidOperationException("failed"));

        Assert.Equal("failed", Failures.ExpectMsg<InvalidOperationException>().Message);
        var cancel = _producer.ExpectMsg<Cancel>();
        Assert.Equal((EndKind.Restart, 0L, 2), (cancel.Reason.Kind, cancel.Handled, cancel.Failed));
        var again = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(again));
        _producer.ExpectMsg<Request>();
        _producer.Send(relay, Events.Of(again, 1, 4));
        ExpectMsg("begun 4");
        Open();
        Assert.Equal([4], Receive(consumer, 1));
    }

    [Fact]
    public void After_a_resume_the_rest_of_what_came_goes_on()
    {
        var (relay, id, consumer) = StartWanted(Directive.Resume);
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");

        _gates.Dequeue().SetException(new InvalidOperationException("failed"));

        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
        ExpectMsg("begun 3");
        Open();
        Assert.Equal([3], Receive(consumer, 1));
    }

    [Fact]
    public void A_cancel_passes_meanwhile_and_what_was_sent_is_still_handled()
    {
        var (relay, id, consumer) = StartWanted();
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        relay.Cancel(id, EndReason.Normal);
        ExpectMsg("begun 1 2");
        Assert.Equal(CancelPhase.Asked, _producer.ExpectMsg<Cancel>().Phase);
        _producer.Send(relay, new Cancelled(id, EndReason.Normal));
        ExpectNothingMore(_producer, relay);

        Open();
        ExpectMsg("begun 3");
        Open();

        Assert.Equal([1, 2, 3], Receive(consumer, 3));
        ExpectMsg("lost the producer: normal");
        Assert.Equal(3, _producer.ExpectMsg<Cancel>().Handled);
    }

    [Fact]
    public void The_end_of_the_producer_comes_after_the_batch_and_what_it_emitted()
    {
        var (relay, id, consumer) = StartWanted();
        _producer.Send(relay, Events.Of(id, 1, 1));
        _producer.Send(relay, new Cancelled(id, EndReason.Normal));
        ExpectMsg("begun 1");

        Open();

        Assert.Equal([1], Receive(consumer, 1));
        ExpectMsg("lost the producer: normal");
        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
        Watch(relay);
        ExpectTerminated(relay);
    }

    private void Open() => _gates.Dequeue().SetResult(true);

    private (IActorRef Relay, SubscriptionId Id, TestProbe Consumer) StartWanted(
        Directive directive = Directive.Restart)
    {
        var (test, gates) = (TestActor, _gates);
        var to = new SubscribeTo(_producer.Ref, new() { MaxDemand = 4, MinDemand = 2 });
        var relay = Start(Props.Create(() => new PatientRelay(test, gates, to)), directive);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(10));
        ExpectNothingMore(consumer, relay);
        return (relay, id, consumer);
    }

    private sealed class PatientRelay(IActorRef test, Queue<TaskCompletionSource<bool>> gates, SubscribeTo to)
        : AsyncProducerConsumer<int, int>(to)
    {
        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            gates.Enqueue(gate);
            test.Tell($"begun {string.Join(' ', events)}");
            await gate.Task;
            foreach (var item in events)
            {
                Emit(item);
            }
        }

        protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
            test.Tell($"lost the producer: {cancellation.Reason.Text}");
    }
}
