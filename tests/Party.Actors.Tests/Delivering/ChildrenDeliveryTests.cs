using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Actors.Tests.Supervising;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>A child for every event, and events that come again where their child did not end.</summary>
public sealed class ChildrenDeliveryTests : ConsumerSupervisionTest
{
    [Fact]
    public void Children_that_end_out_of_order_are_confirmed_as_they_end()
    {
        var options = Options(max: 4, min: 0);
        var to = options.Subscriptions[0];
        var supervisor = Start(options with
        {
            Subscriptions = [to with { Options = to.Options with { Delivery = DeliveryMode.AtLeastOnce } }],
        });
        var id = Producer.ExpectMsg<Subscribe>().Id;
        Producer.Reply(new Subscribed(id));
        Producer.ExpectMsg<Request>();
        Send(supervisor, id, 1, "a", "b", "c");

        Finish("c");
        Assert.Equal("0 and 3", Said(id));
        Finish("a");
        Assert.Equal("1 and ", Said(id));
        Finish("b");
        Assert.Equal("3 and ", Said(id));
    }

    [Fact]
    public void A_restarted_supervisor_gets_only_unfinished_events_again()
    {
        var (supervisor, _) = StartNumbers(max: 4, min: 0);
        ExpectStarted("0", "1", "2", "3");
        Finish("2");
        AwaitCount(supervisor, count => count.Workers == 3);

        supervisor.Tell(Kill.Instance);

        string[] messages = [.. ReceiveN(7).Cast<string>()];
        Assert.Equal(["0 ended", "1 ended", "3 ended"], messages.Where(IsEnd).Order());
        Assert.Equal(
            ["0 started", "1 started", "3 started", "4 started"], messages.Where(word => !IsEnd(word)).Order());
    }

    [Fact]
    public void As_many_children_run_as_before_while_the_oldest_goes_on()
    {
        StartNumbers(max: 4, min: 3);
        ExpectStarted("0", "1", "2", "3");

        for (var next = 4; next < 12; next++)
        {
            Finish($"{next - 3}");
            ExpectStarted($"{next}");
        }

        Finish("0");
        ExpectStarted("12");
    }

    [Fact]
    public void What_a_shutdown_ended_is_left_to_the_next()
    {
        var (supervisor, producer) = StartNumbers(max: 4, min: 0);
        ExpectStarted("0", "1", "2", "3");
        Finish("0");
        Finish("3");
        AwaitCount(supervisor, count => count.Workers == 2);

        supervisor.Tell(PoisonPill.Instance);
        Assert.Equal(["1 ended", "2 ended"], ReceiveN(2).Cast<string>().Order());
        StartSupervisor(producer, max: 3, min: 0);

        ExpectStarted("1", "2", "4");
    }

    private static bool IsEnd(string word) => word.EndsWith("ended", StringComparison.Ordinal);

    private string Said(SubscriptionId id)
    {
        var confirm = Producer.ExpectMsg<Confirm>();
        Assert.Equal(id, confirm.Id);
        return $"{confirm.UpTo} and {string.Join(", ", confirm.Ahead ?? [])}";
    }

    private (IActorRef Supervisor, IActorRef Producer) StartNumbers(int max, int min)
    {
        var plan = new Numbers.Plan();
        var producer = Start(Props.Create(() => new Numbers(plan)));
        return (StartSupervisor(producer, max, min), producer);
    }

    private IActorRef StartSupervisor(IActorRef producer, int max, int min)
    {
        var options = new SubscriptionOptions
        {
            MaxDemand = max,
            MinDemand = min,
            Delivery = DeliveryMode.AtLeastOnce,
        };
        return Start(ConsumerSupervisor.Props<int>(number => Pupil($"{number}"), new SubscribeTo(producer, options)));
    }
}
