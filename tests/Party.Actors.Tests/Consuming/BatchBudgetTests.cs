using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

public sealed class BatchBudgetTests : StageTest
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);
    private static readonly SubscriptionOptions Options = new() { MaxDemand = 4, MinDemand = 2, BatchBudget = Budget };

    private readonly TestProbe _producer;

    public BatchBudgetTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
        _producer = CreateTestProbe();
        Sys.EventStream.Subscribe(TestActor, typeof(BatchOverdue));
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_handler_that_waits_too_long_is_reported_once()
    {
        var gates = new Queue<TaskCompletionSource>();
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, Options);
        var (consumer, id) = Admit(Props.Create(() => new Patient(test, gates, to)));
        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg(2);

        Scheduler.Advance(Budget);

        var overdue = ExpectMsg<BatchOverdue>();
        Assert.Equal((consumer, id, 1L, 2), (overdue.Stage, overdue.Subscription.Id, overdue.First, overdue.Count));
        Scheduler.Advance(Budget);
        gates.Dequeue().SetResult();
        ExpectMsg(1);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_batch_that_is_handled_in_time_is_not_reported()
    {
        var gates = new Queue<TaskCompletionSource>();
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, Options);
        var (consumer, id) = Admit(Props.Create(() => new Patient(test, gates, to)));
        _producer.Send(consumer, Events.Of(id, 1, 1, 2));
        ExpectMsg(2);
        Scheduler.Advance(Budget / 2);
        gates.Dequeue().SetResult();
        _producer.ExpectMsg<Request>();

        Scheduler.Advance(Budget);

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_handler_that_holds_its_thread_is_reported_meanwhile()
    {
        using var release = new ManualResetEventSlim();
        var (begun, to) = (TestActor, new SubscribeTo(_producer.Ref, Options));
        var (consumer, id) = Admit(Consumer.Props<int>(
            batch =>
            {
                begun.Tell(batch.Length);
                release.Wait();
            },
            to));
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg(1);

        Scheduler.Advance(Budget);
        var overdue = ExpectMsg<BatchOverdue>();
        release.Set();

        Assert.Equal((1L, 1, Budget), (overdue.First, overdue.Count, overdue.Budget));
    }

    [Fact]
    public void A_batch_of_a_stage_that_stopped_is_not_reported()
    {
        var gates = new Queue<TaskCompletionSource>();
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, Options);
        var (consumer, id) = Admit(Props.Create(() => new Patient(test, gates, to)));
        _producer.Send(consumer, Events.Of(id, 1, 1));
        ExpectMsg(1);
        Watch(consumer);
        Sys.Stop(consumer);
        ExpectTerminated(consumer);

        Scheduler.Advance(Budget);

        ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5000)]
    public void A_budget_is_positive_or_infinite(int milliseconds)
    {
        var budget = TimeSpan.FromMilliseconds(milliseconds);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new SubscriptionOptions { BatchBudget = budget });

        Assert.Contains($"Expected BatchBudget to be infinite or more than 0, got {budget}", error.Message, StringComparison.Ordinal);
    }

    private (IActorRef Consumer, SubscriptionId Id) Admit(Props props)
    {
        var consumer = Start(props);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }

    private sealed class Patient(IActorRef test, Queue<TaskCompletionSource> gates, SubscribeTo to)
        : AsyncConsumer<int>(to)
    {
        protected override ValueTask HandleEventsAsync(IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            gates.Enqueue(gate);
            test.Tell(events.Count);
            return new(gate.Task);
        }
    }
}
