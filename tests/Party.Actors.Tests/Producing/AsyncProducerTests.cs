using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class AsyncProducerTests : StageTest
{
    private readonly Plan _plan = new();

    [Fact]
    public void What_is_emitted_is_handed_on_when_the_handler_waits_or_is_done()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectMsg("begun 2");
        Assert.Equal([0], consumer.ExpectMsg<Events<int>>().Batch);
        ExpectNothingMore(consumer, producer);

        _plan.Gates.Dequeue().SetResult(true);

        Assert.Equal([1], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void Messages_of_its_own_and_callbacks_wait()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun 1");
        Receive(consumer, 1);
        consumer.Send(producer, "music");
        consumer.Send(producer, "more");
        Subscribe(producer);
        ExpectNothingMore(consumer, producer);
        ExpectNoMsg(TimeSpan.Zero);

        _plan.Gates.Dequeue().SetResult(true);

        ExpectMsg("done 1");
        ExpectMsg("subscribed");
        ExpectMsg("heard music");
        ExpectMsg("heard more");
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
    public void Demand_is_met_meanwhile_from_what_waits()
    {
        _plan.Burst = 3;
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun 1");
        Assert.Equal([0], Receive(consumer, 1));

        consumer.Send(producer, new Request(2));

        Assert.Equal([1, 2], Receive(consumer, 2));
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_drain_cancels_its_token_and_waits_for_it()
    {
        _plan.IsHeeding = true;
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectMsg("begun 2");
        Receive(consumer, 1);

        consumer.Send(producer, new Drain(Timeout.InfiniteTimeSpan));
        ExpectMsg("cancelled");
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(producer, new Cancel(new(1), EndReason.Normal, Handled: 1));

        var books = consumer.ExpectMsg<Drained>().Books;
        Assert.Equal((1L, 1L), (books.Received, books.Handled));
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_handler_that_outlives_its_actor_emits_nothing()
    {
        var producer = StartPatient();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectMsg("begun 2");
        Receive(consumer, 1);
        Watch(producer);
        producer.Tell(PoisonPill.Instance);
        ExpectTerminated(producer);

        _plan.Gates.Dequeue().SetResult(true);

        ExpectMsg<string>(static text => text.StartsWith("Expected a handler of", StringComparison.Ordinal));
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

        protected override void OnSubscribe(ConsumerSubscription subscription)
        {
            if (_plan.Gates.Count > 0 || _plan.Next > 0)
            {
                _test.Tell("subscribed");
            }
        }

        protected override async ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken)
        {
            var gate = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _plan.Gates.Enqueue(gate);
            for (var count = 0; count < _plan.Burst; count++)
            {
                Emit(_plan.Next++);
            }

            _test.Tell($"begun {demand}");
            try
            {
                await (_plan.IsHeeding ? gate.Task.WaitAsync(cancellationToken) : gate.Task);
                for (var count = 1; count < demand; count++)
                {
                    Emit(_plan.Next++);
                }

                _test.Tell($"done {demand}");
            }
            catch (OperationCanceledException)
            {
                _test.Tell("cancelled");
                throw;
            }
            catch (InvalidOperationException error) when (error.Message != "once")
            {
                _test.Tell(error.Message);
                throw;
            }
        }
    }

    private sealed class Plan
    {
        public Queue<TaskCompletionSource<bool>> Gates { get; } = new();

        public int Next { get; set; }

        public int Burst { get; set; } = 1;

        public bool IsHeeding { get; set; }
    }
}
