using Akka.Actor;
using Akka.Pattern;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Producers that come back, and stages of every kind that wait for them.</summary>
public sealed class ComingBackTests : ResubscriptionTest
{
    private readonly IActorRef _crowd;

    public ComingBackTests()
    {
        var failures = Failures.Ref;
        _crowd = Sys.ActorOf(Props.Create(() => new Crowd(failures)));
    }

    [Theory]
    [InlineData(CancelMode.Permanent)]
    [InlineData(CancelMode.Transient)]
    public void A_producer_that_fails_in_a_row_costs_its_consumers_no_restart(CancelMode mode)
    {
        var rest = new List<int>(Enumerable.Range(0, 60));
        var producer = Sys.ActorOf(Props.Create(() => new Faulty(rest, 50)), "orders");
        var options = new SubscriptionOptions { Cancel = mode, MaxDemand = 2 };
        IActorRef[] consumers =
        [
            StartInCrowd(new SubscribeTo(producer, options)),
            StartInCrowd(new SubscribeTo(producer, options)),
            StartInCrowd(new SubscribeTo(Path, options)),
        ];

        var handled = Words(60).Select(int.Parse);

        Assert.Equal(Enumerable.Range(0, 60), handled.Order());
        ExpectAlive(consumers);
    }

    [Fact]
    public void A_producer_under_a_backoff_supervisor_is_found_each_time()
    {
        var rest = new List<int>(Enumerable.Range(0, 30));
        var second = TimeSpan.FromSeconds(1);
        var faulty = Props.Create(() => new Faulty(rest, int.MaxValue));
        var backoff = Backoff.OnFailure(faulty, "orders", second, second, 0, maxNrOfRetries: -1);
        Sys.ActorOf(BackoffSupervisor.Props(backoff), "backoff");
        var options = new SubscriptionOptions { MaxDemand = 1 };
        var consumer = StartInCrowd(new SubscribeTo("/user/backoff/orders", options));

        var handled = new List<int>();
        while (handled.Count < 30)
        {
            Time.Advance(second);
            Settle(consumer);
            while (HasMessages)
            {
                handled.AddRange(
                    ExpectMsg<string>().Split(' ').Where(word => word.All(char.IsDigit)).Select(int.Parse));
            }
        }

        Assert.Equal(Enumerable.Range(0, 30), handled);
        ExpectAlive(consumer);
    }

    [Theory]
    [InlineData(DeliveryMode.AtLeastOnce, "2 4 6")]
    [InlineData(DeliveryMode.AtMostOnce, "8 10")]
    public void Who_waits_for_a_partition_gets_what_its_owner_left_first(DeliveryMode delivery, string first)
    {
        var options = new SubscriptionOptions
        {
            Partition = "even",
            MaxDemand = 4,
            MinDemand = 0,
            Delivery = delivery,
            Resubscribe = Even,
        };
        var producer = Start(Props.Create(() => new Numbers(new() { Options = Numbers.OddAndEven, Limit = 12 })));
        var odd = Subscribe(producer, "odd");
        odd.Send(producer, new Request(100));
        var owner = CreateTestProbe();
        owner.Send(producer, new Subscribe(new(1), options));
        owner.ExpectMsg<Subscribed>();
        owner.Send(producer, new Request(4));
        Assert.Equal([0, 2, 4, 6], Receive(owner, 4));
        owner.Send(producer, new Confirm(new(1), 1));
        var standby = StartInCrowd(new SubscribeTo(producer, options));

        owner.Send(producer, new Cancel(new(1), EndReason.Normal, Handled: 1));
        ExpectNothingMore(owner, producer);
        Time.Advance(First);

        Assert.Equal(first, ExpectMsg<string>());
        ExpectAlive(standby);
    }

    [Fact]
    public void Stages_between_wait_for_each_other_from_the_last_to_the_first()
    {
        var options = new SubscriptionOptions { Resubscribe = Even };
        var last = StartInCrowd(new SubscribeTo("/user/second", options));
        Time.Advance(First);
        Settle(last);
        var second = Sys.ActorOf(
            ProducerConsumer.Props<int, int>(number => [number], new SubscribeTo("/user/first", options)), "second");
        Settle(second);
        Time.Advance(First + First);
        Settle(last);
        Sys.ActorOf(Props.Create(() => new Numbers(new() { Limit = 3 })), "first");
        Time.Advance(First + First);

        Assert.Equal(["0", "1", "2"], Words(3));
        ExpectAlive(last);
    }

    [Fact]
    public void A_stage_between_keeps_its_consumers_while_it_waits()
    {
        var door = Open();
        var relay = Start(
            ProducerConsumer.Props<int, int>(number => [number], new SubscribeTo(Path, new() { Resubscribe = Even })),
            Directive.Stop);
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(9));
        for (var time = 1; time <= 3; time++)
        {
            var id = Admit(Producer.ExpectMsg<Subscribe>());
            Producer.Send(relay, Events.Of(id, 1, time));
            Assert.Equal([time], consumer.ExpectMsg<Events<int>>().Batch);
            Close(door, relay);
            door = Open();
            Time.Advance(First);
        }

        ExpectNothingMore(consumer, relay);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Children_go_on_and_count_for_the_subscription_they_came_of()
    {
        var children = CreateTestProbe();
        var test = children.Ref;
        var door = Open();
        var to = new SubscribeTo(Path, new() { MaxDemand = 2, MinDemand = 0, Resubscribe = Even });
        var supervisor = Start(
            ConsumerSupervisor.Props<int>(number => Props.Create(() => new Infant(test, number)), to), Directive.Stop);
        Producer.Send(supervisor, Events.Of(Admit(Producer.ExpectMsg<Subscribe>()), 1, 1, 2));
        var old = Starting(children, 1);
        Close(door, supervisor);
        Open();
        Time.Advance(First);
        var id = Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(supervisor, Events.Of(id, 1, 3, 4));
        var young = Starting(children, 3);

        End(old);
        ExpectNothingMore(Producer, supervisor);
        End(young);

        Assert.Equal(new Confirm(id, 1), Producer.FishForMessage<Confirm>(_ => true));
    }

    // Two start at once, in any order.
    private static IActorRef Starting(TestProbe children, int number)
    {
        var (one, other) = (children.ExpectMsg<Born>(), children.ExpectMsg<Born>());
        return one.Number == number ? one.Child : other.Child;
    }

    private void End(IActorRef child)
    {
        Watch(child);
        child.Tell(PoisonPill.Instance);
        ExpectTerminated(child);
    }

    private IActorRef StartInCrowd(SubscribeTo to)
    {
        var test = TestActor;
        var starter = CreateTestProbe();
        starter.Send(_crowd, Props.Create(() => new Follower(test, to)));
        var consumer = starter.ExpectMsg<IActorRef>();
        Settle(consumer);
        return consumer;
    }

    private List<string> Words(int count)
    {
        var words = new List<string>();
        while (words.Count < count)
        {
            words.AddRange(ExpectMsg<string>().Split(' '));
        }

        return words;
    }

    private void ExpectAlive(params IActorRef[] consumers)
    {
        foreach (var consumer in consumers)
        {
            consumer.Tell("music", TestActor);
            FishForMessage<string>(text => text == "heard music");
        }

        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    /// <summary>Emits one number at a time, and fails with each of the first.</summary>
    private sealed class Faulty(List<int> rest, int faults) : Producer<int>
    {
        protected override void HandleDemand(DemandIncrement demand)
        {
            for (var count = 0; count < demand.Total && rest.Count > 0; count++)
            {
                var next = rest[0];
                rest.RemoveAt(0);
                Emit(next);
                if (next < faults)
                {
                    throw new InvalidOperationException("fell over");
                }
            }
        }
    }

    private sealed record Born(int Number, IActorRef Child);

    private sealed class Infant : UntypedActor
    {
        public Infant(IActorRef test, int number) => test.Tell(new Born(number, Self));

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
