using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Events that a consumer's own code confirms, each when it likes; a probe plays the producer.</summary>
public sealed class ByHandTests : DeliveryTest
{
    private const string NotWaiting = "Expected the number of an event that waits to be confirmed by hand";

    private static readonly SubscriptionOptions ByHand = Small with { Confirmation = Confirmation.ByHand };

    private readonly TestProbe _producer;

    public ByHandTests() => _producer = CreateTestProbe();

    [Fact]
    public void What_is_handled_is_not_confirmed()
    {
        var (clerk, id) = StartClerk();

        _producer.Send(clerk, Events.Of(id, 1, 1, 2, 3));

        ExpectMsg("1 2 from 1 (1)");
        ExpectMsg("3 from 3 (1)");
        ExpectNothingMore(_producer, clerk);
    }

    [Fact]
    public void What_is_confirmed_out_of_order_is_told_at_once()
    {
        var (clerk, id) = StartHandled(1, 2, 3, 4);

        Sign(clerk, 3);
        Assert.Equal((0L, "3"), Ahead(_producer.ExpectMsg<Confirm>(), id));
        Sign(clerk, 1);

        var request = _producer.ExpectMsg<Request>();
        Assert.Equal((2, 6L, 1L), (request.Count, request.Total, request.Confirmed));
        Sign(clerk, 2);
        Assert.Equal((3L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void After_a_restart_its_own_code_hears_of_no_confirmation_before()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var (clerk, id) = StartClerk();

        _producer.Send(clerk, Events.Of(id, 1, -1, 13));

        ExpectMsg("-1 13 from 1 (1)");
        _producer.FishForMessage<Subscribe>(_ => true);
        _producer.Send(clerk, new Identify(1));
        _producer.ExpectMsg<ActorIdentity>();
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_request_does_not_hush_up_what_is_confirmed_ahead()
    {
        var (clerk, id) = StartHandled(1, 2, 3, 4);

        clerk.Tell(new long[] { 3, 4 });

        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 0), _producer.ExpectMsg<Request>());
        Assert.Equal((0L, "3, 4"), Ahead(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void Events_confirmed_ahead_make_room_for_as_many()
    {
        var plan = new Numbers.Plan();
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var (test, to) = (TestActor, new SubscribeTo(producer, ByHand));
        var clerk = Start(Props.Create(() => new Clerk(test, to, SubscriptionMode.Automatic)));
        ExpectMsg("0 1 from 1 (1)");
        ExpectMsg("2 3 from 3 (1)");

        clerk.Tell(new long[] { 3, 4 });

        ExpectMsg("4 5 from 5 (1)");
    }

    [Fact]
    public void More_is_requested_when_min_demand_is_left_unconfirmed()
    {
        var (clerk, id) = StartHandled(1, 2, 3, 4);

        Sign(clerk, 1);
        Assert.Equal((1L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
        Sign(clerk, 2);

        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, clerk);
    }

    [Fact]
    public void Several_confirmations_of_one_callback_make_one_message()
    {
        var (clerk, id) = StartClerk();

        _producer.Send(clerk, Events.Of(id, 1, -1));
        ExpectMsg("-1 from 1 (1)");
        Assert.Equal((1L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
        _producer.Send(clerk, Events.Of(id, 2, -2, -3));

        ExpectMsg("-2 -3 from 2 (1)");
        Assert.Equal(new Request(3, id, Total: 7, Confirmed: 3), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, clerk);
    }

    [Fact]
    public void What_is_rejected_goes_back_and_is_demanded_again()
    {
        var (clerk, id) = StartHandled(1, 2);

        clerk.Tell(new Clerk.Return(1), TestActor);

        ExpectMsg(true);
        Assert.Equal(new Reject(id, 1), _producer.ExpectMsg<Reject>());
        Assert.Equal((1L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
        ExpectNothingMore(_producer, clerk);
        _producer.Send(clerk, new Events<int>(id, 3, [1], attempt: 2));
        ExpectMsg("1 from 3 (2)");
        Sign(clerk, 2);
        Assert.Equal((2L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-5)]
    public void What_does_not_wait_to_be_confirmed_is_said_once_each_time(long number)
    {
        var (clerk, _) = StartHandled(1, 2);
        Sign(clerk, 1);
        _producer.ExpectMsg<Confirm>();

        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Sign(number)));
        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Return(number)));

        ExpectNothingMore(_producer, clerk);
        Sign(clerk, 2);
        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
    }

    [Fact]
    public void Nothing_is_confirmed_of_a_subscription_that_has_ended()
    {
        var (clerk, id) = StartHandled(1, 2);
        _producer.Send(clerk, new Cancelled(id, EndReason.Normal));
        ExpectNothingMore(_producer, clerk);
        Sign(clerk, 1);
        Assert.Equal(1, _producer.ExpectMsg<Confirm>().UpTo);
        Sign(clerk, 2);
        Assert.Equal(2, _producer.ExpectMsg<Confirm>().UpTo);
        var end = _producer.ExpectMsg<Cancel>();
        Assert.Equal((2L, CancelPhase.Final), (end.Handled, end.Phase));

        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Sign(2, id)));
        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Return(2, id)));
    }

    [Fact]
    public void The_end_of_the_producer_waits_for_what_is_still_at_work()
    {
        var (clerk, id) = StartHandled(ByHand with { Cancel = CancelMode.Permanent }, 1, 2);
        Watch(clerk);

        _producer.Send(clerk, new Cancelled(id, EndReason.Shutdown));
        ExpectNothingMore(_producer, clerk);
        Sign(clerk, 2);
        Assert.Equal((0L, "2"), Ahead(_producer.ExpectMsg<Confirm>(), id));
        Sign(clerk, 1);

        Assert.Equal((2L, ""), Ahead(_producer.ExpectMsg<Confirm>(), id));
        Assert.Equal((2L, CancelPhase.Final), Last(_producer.ExpectMsg<Cancel>()));
        ExpectTerminated(clerk);
    }

    [Fact]
    public void A_drain_that_is_late_counts_what_was_not_confirmed_and_nothing_else()
    {
        var (clerk, _) = StartHandled(1, 2, 3, 4);
        Sign(clerk, 3);
        clerk.Tell(new Clerk.Return(2), TestActor);
        ExpectMsg(true);

        _producer.Send(clerk, new Drain(TimeSpan.Zero));

        Assert.Equal(2, _producer.FishForMessage<ConsumerDrained>(static _ => true).Unfinished);
    }

    [Fact]
    public void A_producer_that_has_stopped_waits_for_nothing()
    {
        var (clerk, id) = StartHandled(ByHand with { Cancel = CancelMode.Permanent }, 1, 2);
        Watch(clerk);

        _producer.Send(clerk, new Cancelled(id, EndReason.Shutdown, IsDown: true));

        Assert.Equal((0L, CancelPhase.Down), Last(_producer.ExpectMsg<Cancel>()));
        ExpectTerminated(clerk);
    }

    [Fact]
    public void What_is_confirmed_by_itself_is_not_confirmed_by_hand()
    {
        var (clerk, id) = StartClerk(Small);
        _producer.Send(clerk, Events.Of(id, 1, 1));
        ExpectMsg("1 from 1 (1)");
        Assert.Equal(1, _producer.ExpectMsg<Confirm>().UpTo);

        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Sign(1)));

        ExpectNothingMore(_producer, clerk);
    }

    [Fact]
    public void Where_no_code_could_confirm_it_is_refused()
    {
        var to = new SubscribeTo(_producer.Ref, ByHand);

        var stream = Assert.Throws<ArgumentException>(() => Sys.Stream<int>(to));
        Start(Consumer.Props<int>(_ => { }, to), Directive.Stop);
        Start(ConsumerSupervisor.Props<int>(_ => Props.Empty, to), Directive.Stop);

        string[] messages =
        [
            stream.Message,
            Failures.ExpectMsg<ActorInitializationException>().GetBaseException().Message,
            Failures.ExpectMsg<ActorInitializationException>().GetBaseException().Message,
        ];
        Assert.All(messages, message => Assert.StartsWith("Expected confirmation when-handled for a ", message));
        _producer.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Demand_and_confirmation_may_both_be_by_hand()
    {
        var (clerk, id) = StartClerk(mode: SubscriptionMode.Manual);
        clerk.Tell(3);
        Assert.Equal(new Request(3, id, Total: 3, Confirmed: 0), _producer.ExpectMsg<Request>());

        _producer.Send(clerk, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("1 2 3 from 1 (1)");
        Sign(clerk, 2);
        Assert.Equal((0L, "2"), Ahead(_producer.ExpectMsg<Confirm>(), id));
        clerk.Tell(1);

        Assert.Equal(new Request(1, id, Total: 4, Confirmed: 0), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, clerk);
    }

    [Fact]
    public void A_restart_says_what_was_confirmed_and_gives_up_the_rest()
    {
        var (clerk, id) = StartHandled(1, 2, 3, 4);
        clerk.Tell(new Clerk.Sign(3), TestActor);
        clerk.Tell(new Clerk.Sign(1), TestActor);
        clerk.Tell(new InvalidOperationException("once"), TestActor);
        ExpectMsg(true);
        ExpectMsg(true);

        var ahead = new HashSet<long>();
        var handled = 0L;
        while (true)
        {
            var message = _producer.ExpectMsg<object>();
            if (message is Confirm confirm)
            {
                handled = confirm.UpTo;
                ahead.UnionWith((confirm.Ahead ?? []).Select(static range => range.First));
            }
            else if (message is Cancel cancel)
            {
                Assert.Equal((EndKind.Restart, 1L, id), (cancel.Reason.Kind, cancel.Handled, cancel.Id));
                break;
            }
        }

        Assert.Equal((1L, true), (handled, ahead.Contains(3)));
        Assert.NotEqual(id, _producer.ExpectMsg<Subscribe>().Id);
    }

    [Fact]
    public void After_a_resume_the_failed_batch_is_confirmed()
    {
        var (clerk, id) = StartClerk(directive: Directive.Resume);

        _producer.Send(clerk, Events.Of(id, 1, 1, 2, 13));

        ExpectMsg("1 2 from 1 (1)");
        ExpectMsg("13 from 3 (1)");
        Assert.Equal((0L, "3"), Ahead(_producer.ExpectMsg<Confirm>(), id));
        EventFilter.Warning(start: NotWaiting).ExpectOne(() => Refused(clerk, new Clerk.Sign(3)));
    }

    [Fact]
    public void Only_what_was_not_confirmed_comes_again_in_order_and_first()
    {
        var plan = new Numbers.Plan { Limit = 6 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var (test, to) = (TestActor, new SubscribeTo(producer, ByHand));
        var clerk = Start(Props.Create(() => new Clerk(test, to, SubscriptionMode.Automatic)));
        ExpectMsg("0 1 from 1 (1)");
        ExpectMsg("2 3 from 3 (1)");

        Sign(clerk, 2);
        clerk.Tell(new InvalidOperationException("once"));

        ExpectMsg("0 from 1 (2)");
        ExpectMsg("2 3 from 2 (2)");
        ExpectMsg("4 from 4 (1)");
        Sign(clerk, 1);
        Sign(clerk, 2);
        ExpectMsg("5 from 5 (1)");
    }

    private static (long UpTo, string Ahead) Ahead(Confirm confirm, SubscriptionId id)
    {
        Assert.Equal(id, confirm.Id);
        return (confirm.UpTo, string.Join(", ", confirm.Ahead ?? []));
    }

    private void Sign(IActorRef clerk, long number)
    {
        clerk.Tell(new Clerk.Sign(number), TestActor);
        ExpectMsg(true);
    }

    private void Refused(IActorRef clerk, object order)
    {
        clerk.Tell(order, TestActor);
        ExpectMsg(false);
    }

    private static (long Handled, CancelPhase Phase) Last(Cancel cancel) => (cancel.Handled, cancel.Phase);

    private (IActorRef Clerk, SubscriptionId Id) StartHandled(params int[] events) => StartHandled(ByHand, events);

    private (IActorRef Clerk, SubscriptionId Id) StartHandled(SubscriptionOptions options, params int[] events)
    {
        var (clerk, id) = StartClerk(options);
        _producer.Send(clerk, Events.Of(id, 1, events));
        for (var first = 0; first < events.Length; first += 2)
        {
            ExpectMsg($"{string.Join(' ', events.Skip(first).Take(2))} from {first + 1} (1)");
        }

        return (clerk, id);
    }

    private (IActorRef Clerk, SubscriptionId Id) StartClerk(
        SubscriptionOptions? options = null,
        SubscriptionMode mode = SubscriptionMode.Automatic,
        Directive directive = Directive.Restart)
    {
        var (test, to) = (TestActor, new SubscribeTo(_producer.Ref, options ?? ByHand));
        var clerk = Start(Props.Create(() => new Clerk(test, to, mode)), directive);
        var id = Admit(_producer);
        if (mode == SubscriptionMode.Automatic)
        {
            Assert.Equal(4, _producer.ExpectMsg<Request>().Count);
        }

        return (clerk, id);
    }
}
