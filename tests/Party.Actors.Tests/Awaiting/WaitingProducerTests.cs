using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Awaiting;

public sealed class WaitingProducerTests : StageTest
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void After_a_restart_the_stage_hears_nothing_of_the_handler_before()
    {
        var producer = Start(async (_, _, _) =>
        {
            TestActor.Tell("begun");
            await _gate.Task;
        });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun");

        producer.Tell(Kill.Instance);

        Failures.ExpectMsg<ActorKilledException>();
        ExpectMsg("begun");
        consumer.Send(producer, new Identify(1));
        consumer.ExpectMsg<ActorIdentity>();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_handler_that_outlives_its_actor_stops_nothing()
    {
        var count = 0;
        var producer = Start(async (stage, _, _) =>
        {
            TestActor.Tell("begun");
            if (count++ == 0)
            {
                await _gate.Task;
                TestActor.Tell(Assert.Throws<InvalidOperationException>(stage.StopIt));
            }
        });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun");
        producer.Tell(Kill.Instance);
        ExpectMsg("begun");

        _gate.SetResult();

        ExpectMsg<InvalidOperationException>();
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun");
    }

    [Fact]
    public void More_than_fits_a_number_may_be_asked_for_meanwhile()
    {
        var producer = Start(async (_, demand, _) =>
        {
            TestActor.Tell(demand);
            await _gate.Task;
        });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg(1);
        consumer.Send(producer, new Request(int.MaxValue));
        consumer.Send(producer, new Request(int.MaxValue));
        ExpectNothingMore(consumer, producer);

        _gate.SetResult();

        ExpectMsg(int.MaxValue);
        ExpectMsg(int.MaxValue);
    }

    [Fact]
    public void A_handler_emits_from_no_other_task()
    {
        var producer = Start(async (stage, _, token) => await Task.Run(() => stage.Send(1), token));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(1));

        var error = Failures.ExpectMsg<InvalidOperationException>();
        Assert.Contains("ConfigureAwait(false)", error.Message);
        consumer.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void The_end_that_it_asked_for_does_not_wait_for_its_handler()
    {
        var producer = Start(async (stage, _, _) =>
        {
            stage.StopItLater();
            TestActor.Tell("begun");
            await _gate.Task;
        });
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(1));
        ExpectMsg("begun");

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);

        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Consumers_hear_of_the_end_though_the_last_events_cannot_be_placed()
    {
        var options = new ProducerOptions<int>
        {
            Dispatcher = new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Named("a", "b"),
                Selector = PartitionSelector.ByIndex<int>(static _ => 1),
                ParkLimit = 1,
                ParkPolicy = ParkPolicy.Fail,
            },
        };
        var producer = Start(
            async (stage, _, token) =>
            {
                TestActor.Tell("begun");
                try
                {
                    await _gate.Task.WaitAsync(token);
                }
                catch (OperationCanceledException)
                {
                    stage.Send(3);
                    TestActor.Tell("sent");
                    await _gate.Task;
                }
            },
            options);
        var consumer = Subscribe(producer, "a");
        consumer.Send(producer, new Request(3));
        ExpectMsg("begun");

        Sys.Stop(producer);

        ExpectMsg("sent");
        Assert.Equal(EndReason.Shutdown, consumer.FishForMessage<Cancelled>(static _ => true).Reason);
    }

    private IActorRef Start(
        Func<Scripted, int, CancellationToken, Task> handler, ProducerOptions<int>? options = null)
    {
        var test = TestActor;
        var given = options ?? new();
        return Start(Props.Create(() => new Scripted(test, handler, given)));
    }

    /// <summary>Does as it is told.</summary>
    private sealed class Scripted : AsyncProducer<int>
    {
        private readonly Func<Scripted, int, CancellationToken, Task> _handler;

        public Scripted(
            IActorRef test, Func<Scripted, int, CancellationToken, Task> handler, ProducerOptions<int> options)
            : base(options)
        {
            _handler = handler;
            ReceiveAny(message => test.Tell($"heard {message}"));
        }

        public void Send(int count) => Emit([.. Enumerable.Range(0, count)]);

        public void StopIt() => Stop(EndReason.Normal);

        public void StopItLater() => StopWhenConfirmed(EndReason.Normal);

        protected override async ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken) =>
            await _handler(this, demand, cancellationToken);
    }
}
