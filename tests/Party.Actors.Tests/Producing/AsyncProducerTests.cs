using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class AsyncProducerTests : StageTest
{
    private readonly Plan _plan = new();

    [Fact]
    public void What_is_emitted_is_handed_on_when_the_handler_is_done()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectMsg("begun 2");
        consumer.ExpectNoMsg(TimeSpan.Zero);

        _plan.Gates.Dequeue().SetResult(true);

        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void No_other_message_is_handled_meanwhile()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun 1");
        consumer.Send(producer, "music");
        ExpectNoMsg(TimeSpan.Zero);

        _plan.Gates.Dequeue().SetResult(true);

        ExpectMsg("done 1");
        ExpectMsg("heard music");
    }

    [Fact]
    public void Demands_that_waited_are_handled_one_after_another()
    {
        var producer = StartPatient(new() { DemandMode = DemandMode.Accumulate });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        consumer.Send(producer, new Request(2));

        producer.SetDemandMode(DemandMode.Forward);
        ExpectMsg("begun 1");
        ExpectNoMsg(TimeSpan.Zero);
        _plan.Gates.Dequeue().SetResult(true);

        ExpectMsg("done 1");
        ExpectMsg("begun 2");
        _plan.Gates.Dequeue().SetResult(true);
        Assert.Equal([0, 1, 2], Receive(consumer, 3));
    }

    [Fact]
    public void After_a_failure_the_rest_is_asked_again()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(3));
        ExpectMsg("begun 3");

        _plan.Gates.Dequeue().SetException(new InvalidOperationException("once"));

        ExpectMsg("begun 2");
        Assert.Equal([0], Receive(consumer, 1));
        _plan.Gates.Dequeue().SetResult(true);
        Assert.Equal([1, 2], Receive(consumer, 2));
        Sys.Stop(producer);
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
    }

    private IActorRef StartPatient(ProducerOptions<int>? options = null)
    {
        var test = TestActor;
        var plan = _plan;
        var given = options ?? new();
        return Start(Props.Create(() => new Patient(test, plan, given)));
    }

    /// <summary>Emits one event, waits until its gate opens, and emits the rest.</summary>
    private sealed class Patient : AsyncProducer<int>
    {
        private readonly IActorRef _test;
        private readonly Plan _plan;

        public Patient(IActorRef test, Plan plan, ProducerOptions<int> options)
            : base(options)
        {
            (_test, _plan) = (test, plan);
            Receive<string>(text => _test.Tell($"heard {text}"));
        }

        protected override async ValueTask HandleDemandAsync(int demand)
        {
            var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _plan.Gates.Enqueue(gate);
            Emit(_plan.Next++);
            _test.Tell($"begun {demand}");
            await gate.Task;
            for (var count = 1; count < demand; count++)
            {
                Emit(_plan.Next++);
            }

            _test.Tell($"done {demand}");
        }
    }

    private sealed class Plan
    {
        public Queue<TaskCompletionSource<bool>> Gates { get; } = new();

        public int Next { get; set; }
    }
}
