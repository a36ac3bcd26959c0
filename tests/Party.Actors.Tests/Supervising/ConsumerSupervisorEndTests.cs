using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Supervising;

/// <summary>What becomes of children, and of what is handled, when a side ends.</summary>
public sealed class ConsumerSupervisorEndTests : ConsumerSupervisionTest
{
    [Fact]
    public void A_permanent_subscription_that_ends_well_ends_the_supervisor_in_order()
    {
        var (supervisor, id) = StartSubscribed(max: 4);
        Send(supervisor, id, 1, "a", "b");
        Finish("a");
        Assert.Equal(1, Producer.ExpectMsg<Confirm>().UpTo);
        Watch(supervisor);
        Child("b").Tell("last word");

        Producer.Send(supervisor, new Cancelled(id, EndReason.Normal, IsDown: true));

        ExpectMsg("b heard last word");
        ExpectMsg("b ended");
        ExpectTerminated(supervisor);
        Assert.Equal(new Cancel(id, EndReason.Normal, 1, 0, CancelPhase.Down), Producer.ExpectMsg<Cancel>());
    }

    [Fact]
    public void A_permanent_subscription_that_ends_badly_fails_the_supervisor()
    {
        var (supervisor, id) = StartSubscribed(max: 4);
        Send(supervisor, id, 1, "a", "b");
        Finish("a");
        Producer.ExpectMsg<Confirm>();

        Producer.Send(supervisor, new Cancelled(id, EndReason.Failure("told so")));

        Failures.ExpectMsg<SubscriptionEndedException>();
        ExpectMsg("b ended");
        var cancel = Producer.ExpectMsg<Cancel>();
        Assert.Equal((EndKind.Restart, 1L), (cancel.Reason.Kind, cancel.Handled));
        var again = Producer.ExpectMsg<Subscribe>().Id;
        Producer.Reply(new Subscribed(again));
        Assert.Equal(4, Producer.ExpectMsg<Request>().Count);
        Assert.Equal(new ChildrenCounted(1, 0, 0, 0, 0), Count(supervisor));
    }

    [Theory]
    [InlineData(CancelMode.Transient)]
    [InlineData(CancelMode.Temporary)]
    public void Children_outlive_their_producer_and_are_accounted_for_in_the_end(CancelMode mode)
    {
        var (supervisor, id) = StartSubscribed(max: 4, cancel: mode);
        Send(supervisor, id, 1, "a", "b");

        Producer.Send(supervisor, new Cancelled(id, EndReason.Shutdown));
        ExpectNothingMore(Producer, supervisor);
        Finish("b");
        AwaitCount(supervisor, count => count.Workers == 1);
        ExpectNothingMore(Producer, supervisor);
        Finish("a");

        Assert.Equal(new Cancel(id, EndReason.Normal, Handled: 2), Producer.ExpectMsg<Cancel>());
        Assert.Equal(0, Count(supervisor).Workers);
    }

    [Fact]
    public void Children_outlive_a_producer_that_is_gone()
    {
        var (supervisor, id) = StartSubscribed(max: 4, cancel: CancelMode.Temporary);
        Send(supervisor, id, 1, "a");

        Sys.Stop(Producer.Ref);
        StartChild(supervisor, "extra");
        Finish("a");

        AwaitCount(supervisor, count => count.Workers == 1);
    }

    [Fact]
    public void A_drain_waits_for_children()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 3 })));
        var supervisor = Start(ConsumerSupervisor.Props<int>(
            number => Pupil($"{number}"),
            new SubscribeTo(producer, new() { MaxDemand = 5, Cancel = CancelMode.Transient })));
        ExpectStarted("0", "1", "2");

        producer.Tell(new Drain(TimeSpan.FromSeconds(10)), TestActor);
        foreach (var text in new[] { "2", "0", "1" })
        {
            Assert.Equal(0, Count(supervisor).FailedStarts);
            Finish(text);
        }

        var books = ExpectMsg<Drained>().Books;
        Assert.Equal((3L, 3L, 0L), (books.Received, books.Handled, books.InFlight));
        Assert.Empty(books.Discarded);
    }

    [Fact]
    public void A_supervisor_that_stops_says_what_was_finished()
    {
        var (supervisor, id) = StartSubscribed(max: 4);
        Send(supervisor, id, 1, "a", "b", "c");
        Finish("c");
        AwaitCount(supervisor, count => count.Workers == 2);

        Sys.Stop(supervisor);

        Assert.Equal(new Cancel(id, EndReason.Shutdown, 0, 0, CancelPhase.Down), Producer.ExpectMsg<Cancel>());
    }

    [Fact]
    public void What_a_shutdown_ends_is_not_handled()
    {
        var (supervisor, id) = StartSubscribed(max: 4);
        Send(supervisor, id, 1, "a", "b");
        Finish("a");
        Producer.ExpectMsg<Confirm>();

        supervisor.Tell(new ShutDown());
        ExpectMsg("b ended");

        Assert.Equal(new Cancel(id, EndReason.Shutdown, 1, 0, CancelPhase.Down), Producer.ExpectMsg<Cancel>());
    }

    [Fact]
    public void Events_that_come_in_a_shutdown_are_left_to_the_producer()
    {
        var (supervisor, id) = StartSubscribed(max: 4);
        Send(supervisor, id, 1, "a");
        using var gate = new ManualResetEventSlim();
        HoldUp(Child("a"), gate, "a");

        supervisor.Tell(new ShutDown());
        Producer.Send(supervisor, Events.Of(id, 2, "b", "c"));
        Assert.Equal(1, Count(supervisor).Workers);
        gate.Set();

        ExpectMsg("a ended");
        Assert.Equal(0, Producer.ExpectMsg<Cancel>().Handled);
    }

    [Fact]
    public void One_restart_too_many_ends_the_supervisor_and_all_children()
    {
        var (supervisor, id) = StartSubscribed(max: 2, min: 1, restart: ChildRestart.Transient);
        Send(supervisor, id, 1, "a", "b");
        Watch(supervisor);
        for (var time = 0; time < 3; time++)
        {
            Restart("a");
        }

        EventFilter.Error(start: "Expected at most 3 restarts within 5 s, got 4").ExpectOne(() => Fail("a"));

        ExpectMsg("b ended");
        ExpectTerminated(supervisor);
        Assert.Equal(1, Producer.ExpectMsg<Request>().Count);
        Assert.Equal(new Cancel(id, EndReason.Shutdown, 1, 0, CancelPhase.Down), Producer.ExpectMsg<Cancel>());
    }
}
