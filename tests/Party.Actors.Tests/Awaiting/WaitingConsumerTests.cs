using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Awaiting;

public sealed class WaitingConsumerTests : StageTest
{
    private static readonly SubscriptionOptions OneByOne = new() { MaxDemand = 2, MinDemand = 1 };

    private readonly TestProbe _producer;
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WaitingConsumerTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_held_message_that_is_stashed_comes_back_once()
    {
        var (consumer, id) = Start(async (_, _) => await _gate.Task);
        _producer.Send(consumer, Events.Of(id, 1, 1));
        consumer.Tell("stash");
        consumer.Tell("unstash");
        ExpectNothingMore(_producer, consumer);

        _gate.SetResult();
        ExpectMsg("heard unstash");
        ExpectMsg("heard stash");

        _producer.Send(consumer, Events.Of(id, 2, 2));
        AwaitDone(2);
    }

    [Fact]
    public void A_handler_that_yields_for_ever_does_not_keep_its_stage()
    {
        var (consumer, id) = Start(async (_, _) =>
        {
            TestActor.Tell("begun");
            while (!_gate.Task.IsCompleted)
            {
                await Task.Yield();
            }

            TestActor.Tell("ended");
        });
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun");
        Watch(consumer);

        Sys.Stop(consumer);

        ExpectTerminated(consumer);
        _gate.SetResult();
        ExpectMsg("ended");
    }

    [Fact]
    public void What_no_task_speaks_for_fails_the_stage_and_stops_nothing_else()
    {
        var (consumer, id) = Start(
            async (_, _) =>
            {
                SynchronizationContext.Current!.Post(static _ => throw new InvalidOperationException("stray"), null);
                await Task.Yield();
            },
            Directive.Resume);

        _producer.Send(consumer, Events.Of(id, 1, 1));

        Assert.Equal("stray", Failures.ExpectMsg<InvalidOperationException>().Message);
        AwaitDone(1);
    }

    [Fact]
    public void What_no_task_speaks_for_does_not_disturb_a_stop()
    {
        var (consumer, id) = Start(async (_, token) =>
        {
            var stage = SynchronizationContext.Current!;
            TestActor.Tell("begun");
            await using var registration = token.Register(() => stage.Post(
                static _ => throw new InvalidOperationException("stray"), null));
            await _gate.Task;
        });
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun");

        Sys.Stop(consumer);

        Assert.Equal(EndReason.Shutdown, _producer.ExpectMsg<Cancel>().Reason);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_handler_that_outlives_its_actor_subscribes_to_nothing()
    {
        var (consumer, id) = Start(async (stage, _) =>
        {
            TestActor.Tell("begun");
            await _gate.Task;
            TestActor.Tell(Assert.Throws<InvalidOperationException>(() => stage.SubscribeTo(_producer)).Message);
        });
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun");
        Watch(consumer);
        Sys.Stop(consumer);
        ExpectTerminated(consumer);

        _gate.SetResult();

        ExpectMsg<string>(static text => text.Contains("after the actor was stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void A_handler_uses_its_stage_from_no_other_task()
    {
        var (consumer, id) = Start(async (stage, token) => await Task.Run(stage.CancelIt, token));

        _producer.Send(consumer, Events.Of(id, 1, 1));

        var error = Failures.ExpectMsg<InvalidOperationException>();
        Assert.Contains("ConfigureAwait(false)", error.Message);
    }

    [Fact]
    public void What_is_to_happen_in_the_stage_when_it_is_cancelled_happens()
    {
        var (consumer, id) = Start(async (_, token) =>
        {
            TestActor.Tell("begun");
            await using var registration = token.Register(
                () => TestActor.Tell("told"), useSynchronizationContext: true);
            await _gate.Task;
        });
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg("begun");

        Sys.Stop(consumer);

        ExpectMsg("told");
    }

    [Fact]
    public void The_cancellation_that_was_thrown_is_the_failure()
    {
        var (consumer, id) = Start(async (_, _) =>
        {
            await Task.Yield();
            throw new OperationCanceledException("by somebody else");
        });

        _producer.Send(consumer, Events.Of(id, 1, 1));

        Assert.Equal("by somebody else", Failures.ExpectMsg<OperationCanceledException>().Message);
    }

    [Fact]
    public void A_restart_names_the_message_that_its_code_knows()
    {
        var (consumer, id) = Start(async (_, _) => await _gate.Task);
        _producer.Send(consumer, Events.Of(id, 1, 1));
        consumer.Tell("fail");
        ExpectNothingMore(_producer, consumer);

        _gate.SetResult();

        ExpectMsg("restarted over fail");
    }

    private void AwaitDone(long number)
    {
        Request request;
        do
        {
            request = _producer.ExpectMsg<Request>();
        }
        while (request.Confirmed < number);
    }

    private (IActorRef Consumer, SubscriptionId Id) Start(
        Func<Scripted, CancellationToken, Task> handler, Directive directive = Directive.Restart)
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer, OneByOne);
        var consumer = Start(Props.Create(() => new Scripted(test, handler, to)), directive);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Send(consumer, new Subscribed(id));
        Assert.Equal(2, _producer.ExpectMsg<Request>().Count);
        return (consumer, id);
    }

    /// <summary>Does as it is told.</summary>
    private sealed class Scripted : AsyncConsumer<int>, IWithStash
    {
        private readonly IActorRef _test;
        private readonly Func<Scripted, CancellationToken, Task> _handler;
        private bool _isStashing = true;

        public Scripted(IActorRef test, Func<Scripted, CancellationToken, Task> handler, SubscribeTo to)
            : base(to)
        {
            (_test, _handler) = (test, handler);
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("told to"));
            Receive<string>(text => text == "stash" && _isStashing, _ => Stash.Stash());
            Receive<string>(Hear);
        }

        public IStash Stash { get; set; } = null!;

        public void SubscribeTo(IActorRef producer) => Subscribe(new(producer));

        public void CancelIt() => Cancel(From!.Id, EndReason.Normal);

        protected override void PreRestart(Exception reason, object? message)
        {
            _test.Tell($"restarted over {message}");
            base.PreRestart(reason, message);
        }

        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken) => await _handler(this, cancellationToken);

        private void Hear(string text)
        {
            _test.Tell($"heard {text}");
            if (text == "unstash")
            {
                _isStashing = false;
                Stash.UnstashAll();
            }
        }
    }
}
