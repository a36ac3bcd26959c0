using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

public sealed class AsyncConsumerTests : StageTest
{
    private readonly TestProbe _producer;
    private readonly Queue<TaskCompletionSource<bool>> _gates = new();

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
    public void No_other_message_is_handled_meanwhile()
    {
        var (consumer, id) = StartPatient();
        _producer.Send(consumer, Events.Of(id, 1, 1));
        _producer.Send(consumer, "music");
        ExpectMsg("begun 1");
        ExpectNoMsg(TimeSpan.Zero);

        Open();

        ExpectMsg("done 1");
        ExpectMsg("heard music");
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
        var gates = _gates;
        var to = new SubscribeTo(_producer.Ref, new() { MaxDemand = 4, MinDemand = 2 });
        var consumer = Start(Props.Create(() => new Patient(test, gates, to)), directive);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }

    private sealed class Patient : AsyncConsumer<int>
    {
        private readonly IActorRef _test;
        private readonly Queue<TaskCompletionSource<bool>> _gates;

        public Patient(IActorRef test, Queue<TaskCompletionSource<bool>> gates, SubscribeTo to)
            : base(to)
        {
            (_test, _gates) = (test, gates);
            Receive<string>(text => _test.Tell($"heard {text}"));
        }

        protected override async ValueTask HandleEventsAsync(IReadOnlyList<int> events)
        {
            var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _gates.Enqueue(gate);
            _test.Tell($"begun {string.Join(' ', events)}");
            await gate.Task;
            _test.Tell($"done {string.Join(' ', events)}");
        }
    }
}
