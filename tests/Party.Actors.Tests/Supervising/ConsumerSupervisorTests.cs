using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;

namespace Party.Actors.Tests.Supervising;

/// <summary>One child for every event, and demand by how many of them run.</summary>
public sealed class ConsumerSupervisorTests : ConsumerSupervisionTest
{
    [Fact]
    public void Every_event_has_a_child()
    {
        var (supervisor, id) = StartSubscribed(max: 4);

        Send(supervisor, id, 1, "a", "b", "c");

        Assert.Equal(new ChildrenCounted(Specs: 1, 3, 3, 0, 0), Count(supervisor));
    }

    [Fact]
    public void More_is_asked_for_when_min_demand_is_left_running()
    {
        var (supervisor, id) = StartSubscribed(max: 4, min: 2);
        Send(supervisor, id, 1, "a", "b", "c", "d");

        Finish("a");
        Assert.Equal(new Confirm(id, 1), Producer.ExpectMsg<Confirm>());
        Finish("b");
        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), Producer.ExpectMsg<Request>());
    }

    [Fact]
    public void Min_demand_8_of_10_asks_for_2_when_2_have_ended()
    {
        var (supervisor, id) = StartSubscribed(max: 10, min: 8);
        Send(supervisor, id, 1, [.. "abcdefghij".Select(letter => letter.ToString())]);

        Finish("a");
        Producer.ExpectMsg<Confirm>();
        Finish("b");
        Assert.Equal(2, Producer.ExpectMsg<Request>().Count);
    }

    [Fact]
    public void What_is_handled_goes_up_to_the_first_that_is_not()
    {
        var (supervisor, id) = StartSubscribed(max: 4, min: 0);
        Send(supervisor, id, 1, "a", "b", "c");

        Finish("c");
        Finish("b");
        AwaitCount(supervisor, count => count.Workers == 1);
        ExpectNothingMore(Producer, supervisor);
        Finish("a");
        Assert.Equal(new Confirm(id, 3), Producer.ExpectMsg<Confirm>());
    }

    [Fact]
    public void A_temporary_child_that_failed_is_finished()
    {
        var (supervisor, id) = StartSubscribed(max: 1);
        Send(supervisor, id, 1, "a");

        Fail("a");

        Assert.Equal(new Request(1, id, Total: 2, Confirmed: 1), Producer.ExpectMsg<Request>());
    }

    [Fact]
    public void A_transient_child_is_restarted_for_the_same_event_and_still_counts()
    {
        var (supervisor, id) = StartSubscribed(max: 1, restart: ChildRestart.Transient);
        Send(supervisor, id, 1, "a");

        Restart("a");
        AwaitCount(supervisor, count => count.Active == 1);
        ExpectNothingMore(Producer, supervisor);
        Finish("a");

        Assert.Equal(new Request(1, id, Total: 2, Confirmed: 1), Producer.ExpectMsg<Request>());
    }

    [Theory]
    [InlineData("born dead", "to start, got FormatException: \"born dead!\". It is given up. It was for event \"born dead\"")]
    [InlineData("unheard of", "Expected a child for event \"unheard of\", number 1 of")]
    public void An_event_whose_child_does_not_start_is_finished_and_named(string text, string log)
    {
        var (supervisor, id) = StartSubscribed(max: 1);

        EventFilter.Warning(contains: log).ExpectOne(() => Producer.Send(supervisor, Events.Of(id, 1, text)));

        Assert.Equal(new Request(1, id, Total: 2, Confirmed: 1), Producer.ExpectMsg<Request>());
        Assert.Equal(new ChildrenCounted(1, 0, 0, 0, FailedStarts: 1), Count(supervisor));
    }

    [Fact]
    public void An_event_may_have_no_child()
    {
        var (supervisor, id) = StartSubscribed(max: 4, min: 2);

        Producer.Send(supervisor, Events.Of(id, 1, "none", "a", "none", "none"));

        ExpectStarted("a");
        Assert.Equal(new Request(3, id, Total: 7, Confirmed: 1), Producer.ExpectMsg<Request>());
        Assert.Equal(new ChildrenCounted(1, 1, 1, 0, FailedStarts: 3), Count(supervisor));
    }

    [Fact]
    public void A_child_that_is_started_by_message_counts_in_no_demand()
    {
        var (supervisor, id) = StartSubscribed(max: 1);
        var extra = StartChild(supervisor, "extra");
        Send(supervisor, id, 1, "a");
        Assert.Equal(new ChildrenCounted(1, 2, 2, 0, 0), Count(supervisor));

        extra.Tell("stop");
        ExpectMsg("extra ended");
        AwaitCount(supervisor, count => count.Workers == 1);

        ExpectNothingMore(Producer, supervisor);
    }

    [Fact]
    public void A_child_that_is_terminated_is_finished()
    {
        var (supervisor, id) = StartSubscribed(max: 1, restart: ChildRestart.Transient);
        Send(supervisor, id, 1, "a");

        supervisor.Tell(new TerminateChild(Child("a")), TestActor);

        ExpectMsg("a ended");
        ExpectMsg<ChildTerminated>();
        Assert.Equal(1, Producer.ExpectMsg<Request>().Confirmed);
        supervisor.Tell(new TerminateChild(Child("a")), TestActor);
        ExpectMsg<ChildNotFound>();
    }

    [Fact]
    public async Task Every_subscription_has_its_own_books()
    {
        var (supervisor, first) = StartSubscribed(max: 1);
        var other = CreateTestProbe();
        var made = supervisor.SubscribeAsync(new(other.Ref, new() { MaxDemand = 2, MinDemand = 1 }));
        var second = other.ExpectMsg<Subscribe>().Id;
        other.Reply(new Subscribed(second));
        Assert.Equal(2, other.ExpectMsg<Request>().Count);
        Assert.Equal(second, await made);
        Send(supervisor, first, 1, "a");
        other.Send(supervisor, Events.Of(second, 1, "x", "y"));
        ExpectStarted("x", "y");

        Finish("y");
        Assert.Equal(new Request(1, second, Total: 3, Confirmed: 0), other.ExpectMsg<Request>());
        ExpectNothingMore(Producer, supervisor);
        Finish("a");
        Assert.Equal(new Request(1, first, Total: 2, Confirmed: 1), Producer.ExpectMsg<Request>());
        ExpectNothingMore(other, supervisor);
    }

    [Fact]
    public void Events_beyond_the_demand_run_with_a_warning()
    {
        var (supervisor, id) = StartSubscribed(max: 1);

        EventFilter.Warning(start: "Expected events in sequence and within the demand")
            .ExpectOne(() => Send(supervisor, id, 1, "a", "b"));

        Finish("a");
        Assert.Equal(new Confirm(id, 1), Producer.ExpectMsg<Confirm>());
        Finish("b");
        Assert.Equal(new Request(1, id, Total: 2, Confirmed: 2), Producer.ExpectMsg<Request>());
    }

    [Fact]
    public void Never_more_children_run_than_max_demand_and_every_event_has_its_turn()
    {
        var plan = new Numbers.Plan { Limit = 200 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        Start(ConsumerSupervisor.Props<int>(
            number => Pupil($"hasty {number}"), new SubscribeTo(producer, new() { MaxDemand = 7, MinDemand = 4 })));

        var running = 0;
        foreach (var message in ReceiveN(400).OfType<string>())
        {
            running += message.EndsWith("started", StringComparison.Ordinal) ? 1 : -1;
            Assert.InRange(running, 0, 7);
        }

        Assert.Equal((200, 0), (plan.Next, running));
    }

    // GenStage's min-demand says how many must have ended, ours how many may be left; at least one must have ended.
    [Theory]
    [InlineData(2, 0, "0 1 2 3 4 5 6", "2 1 1 1 1 1 1 1")]
    [InlineData(4, 2, "0 1 2 3 4 5 6", "4 2 2 2")]
    [InlineData(1, 0, "0 1 2 3 4 5 6", "1 1 1 1 1 1 1 1")]
    public void The_demands_are_those_that_GenStage_recorded(int max, int genStagesMin, string finished, string demands)
    {
        var plan = new Numbers.Plan { Limit = 7 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var min = max - Math.Max(genStagesMin, 1);
        var supervisor = Start(ConsumerSupervisor.Props<int>(
            number => Pupil($"{number}"), new SubscribeTo(producer, new() { MaxDemand = max, MinDemand = min })));
        var running = new Dictionary<string, IActorRef>();

        foreach (var text in finished.Split(' '))
        {
            while (!running.ContainsKey(text))
            {
                running[ExpectMsg<string>().Replace(" started", "", StringComparison.Ordinal)] = LastSender;
            }

            running[text].Tell("stop");
            for (var word = ExpectMsg<string>(); word != $"{text} ended"; word = ExpectMsg<string>())
            {
                running[word.Replace(" started", "", StringComparison.Ordinal)] = LastSender;
            }
        }

        AwaitCount(supervisor, count => count.Workers == 0);
        AwaitCondition(() => string.Join(' ', plan.Demands) == demands);
    }

    [Fact]
    public void A_function_makes_a_consumer_supervisor()
    {
        var supervisor = Start(ConsumerSupervisor.Props<string>(Pupil, new SubscribeTo(Producer.Ref)));
        var id = Producer.ExpectMsg<Subscribe>().Id;
        Producer.Reply(new Subscribed(id));

        Send(supervisor, id, 1, "a");

        Assert.Equal(1, Count(supervisor).Active);
    }

    [Fact]
    public void A_permanent_child_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Options(max: 1) with { Restart = ChildRestart.Permanent });

        Assert.StartsWith(
            "Expected a restart of temporary or transient, got permanent. A permanent child is started again however it ends",
            error.Message);
    }

    [Fact]
    public void Options_that_contradict_each_other_fail_the_supervisor()
    {
        Start(ConsumerSupervisor.Props(Options(max: 1, min: 5)), Directive.Stop);

        var error = Failures.ExpectMsg<ActorInitializationException>().GetBaseException();
        Assert.StartsWith("Expected min-demand below max-demand, got min-demand 5 and max-demand 1.", error.Message);
    }
}
