using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

public sealed class AsyncConsumerTests : StageTest
{
    private readonly TestProbe _producer;
    private readonly Queue<TaskCompletionSource<bool>> _gates = new();
    private bool _isHeeding;

    public AsyncConsumerTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_batch_is_requested_for_when_it_is_done_and_not_before()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");
        _producer.ExpectNoMsg(TimeSpan.Zero);

        Open();
        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);

        ExpectMsg("done 1 2");
        ExpectMsg("begun 3");
        Open();
        ExpectMsg("done 3");
    }

    [Fact]
    public void Messages_of_its_own_come_between_batches_in_order()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        _producer.Send(consumer, Events.Of(id, 4, 4));
        _producer.Send(consumer, "music");
        _producer.Send(consumer, "more");
        ExpectMsg("begun 1 2");
        ExpectNothingMore(_producer, consumer);
        ExpectNoMsg(TimeSpan.Zero);

        Open();

        ExpectMsg("done 1 2");
        ExpectMsg($"heard music from {_producer.Ref.Path.Name}");
        ExpectMsg($"heard more from {_producer.Ref.Path.Name}");
        ExpectMsg("begun 3");
        Open();
        ExpectMsg("done 3");
        ExpectMsg("begun 4");
    }

    [Fact]
    public void A_cancel_passes_meanwhile()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun 1");

        consumer.Cancel(id, EndReason.Normal);

        Assert.Equal(CancelPhase.Asked, _producer.ExpectMsg<Cancel>().Phase);
    }

    [Fact]
    public void A_subscription_that_is_admitted_meanwhile_begins_afterwards()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun 1");
        _producer.Send(consumer, new MakeSubscription(new SubscribeTo(_producer.Ref)));
        var second = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(second));
        ExpectNothingMore(_producer, consumer);

        Open();

        Assert.Equal(second, _producer.FishForMessage<Request>(_ => true).Id);
    }

    [Fact]
    public void A_stop_cancels_the_token_and_what_is_done_by_then_counts()
    {
        _isHeeding = true;
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");

        consumer.Tell(PoisonPill.Instance);

        ExpectMsg("cancelled 1 2");
        Assert.Equal(2, _producer.ExpectMsg<Cancel>().Handled);
    }

    [Fact]
    public void A_stop_does_not_wait_for_a_handler_that_goes_on()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");

        consumer.Tell(PoisonPill.Instance);

        Assert.Equal(0, _producer.ExpectMsg<Cancel>().Handled);
        Open();
        ExpectMsg("done 1 2");
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Messages_that_were_held_outlive_a_restart()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun 1");
        _producer.Send(consumer, "music");
        _producer.Send(consumer, "more");
        _producer.Send(consumer, Kill.Instance);

        ExpectMsg($"heard music from {_producer.Ref.Path.Name}");
        ExpectMsg($"heard more from {_producer.Ref.Path.Name}");
        Open();
        ExpectMsg("done 1");
        Assert.Equal(0, _producer.ExpectMsg<Cancel>().Handled);
        Assert.NotEqual(id, _producer.ExpectMsg<Subscribe>().Id);
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void A_failure_gives_up_the_batch_and_restarts()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("begun 1 2");

        _gates.Dequeue().SetException(new InvalidOperationException("failed"));

        Assert.Equal("failed", Failures.ExpectMsg<InvalidOperationException>().Message);
        var cancel = _producer.ExpectMsg<Cancel>();
        Assert.Equal((EndKind.Restart, 0L, 2), (cancel.Reason.Kind, cancel.Handled, cancel.Failed));
        Assert.NotEqual(id, _producer.ExpectMsg<Subscribe>().Id);
    }

    [Fact]
    public void After_a_resume_the_failed_batch_counts_as_handled_and_the_rest_goes_on()
    {
        var (consumer, id) = StartPatient(Directive.Resume);
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        _producer.Send(consumer, Events.Of(id, 4, 4));
        ExpectMsg("begun 1 2");

        _gates.Dequeue().SetException(new InvalidOperationException("failed"));

        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
        ExpectMsg("begun 3");
        Open();
        ExpectMsg("done 3");
        ExpectMsg("begun 4");
        Open();
        ExpectMsg("done 4");
        Sys.Stop(consumer);
        Assert.Equal(EndReason.Shutdown, _producer.FishForMessage<Cancel>(_ => true).Reason);
    }

    [Fact]
    public void The_end_of_the_producer_comes_after_the_batch()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1));
        _producer.Send(consumer, new Cancelled(id, EndReason.Normal));
        ExpectMsg("begun 1");

        Open();

        ExpectMsg("done 1");
        Assert.Equal(1, _producer.ExpectMsg<Cancel>().Handled);
        Watch(consumer);
        ExpectTerminated(consumer);
    }

    private void Open() => _gates.Dequeue().SetResult(true);

    private (IActorRef Consumer, SubscriptionId Id) StartPatient(Directive directive = Directive.Restart)
    {
        var test = TestActor;
        var (gates, isHeeding) = (_gates, _isHeeding);
        var to = new SubscribeTo(_producer.Ref, new() { MaxDemand = 4, MinDemand = 2 });
        var consumer = Start(Props.Create(() => new Patient(test, gates, isHeeding, to)), directive);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }

    private sealed class Patient : AsyncConsumer<int>
    {
        private readonly IActorRef _test;
        private readonly Queue<TaskCompletionSource<bool>> _gates;
        private readonly bool _isHeeding;

        public Patient(IActorRef test, Queue<TaskCompletionSource<bool>> gates, bool isHeeding, SubscribeTo to)
            : base(to)
        {
            (_test, _gates, _isHeeding) = (test, gates, isHeeding);
            Receive<string>(text => _test.Tell($"heard {text} from {Sender.Path.Name}"));
        }

        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _gates.Enqueue(gate);
            var text = string.Join(' ', events);
            _test.Tell($"begun {text}");
            try
            {
                await (_isHeeding ? gate.Task.WaitAsync(cancellationToken) : gate.Task);
                _test.Tell($"done {text}");
            }
            catch (OperationCanceledException)
            {
                _test.Tell($"cancelled {text}");
            }
        }
    }
}
