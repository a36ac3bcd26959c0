using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Supervising;

/// <summary>Consumer supervisors under test: a probe plays the producer, and the test hears the children.</summary>
public abstract class ConsumerSupervisionTest : SupervisionTest
{
    private readonly Dictionary<string, IActorRef> _pupils = [];

    protected ConsumerSupervisionTest() => Producer = CreateTestProbe();

    protected TestProbe Producer { get; }

    /// <summary>A supervisor that asked the producer for its first events.</summary>
    protected (IActorRef Supervisor, SubscriptionId Id) StartSubscribed(
        int max, int? min = null, ChildRestart restart = default, CancelMode cancel = default)
    {
        var supervisor = Start(Options(max, min, cancel) with { Restart = restart });
        var id = Producer.ExpectMsg<Subscribe>().Id;
        Producer.Reply(new Subscribed(id));
        Assert.Equal(new Request(max, id, Total: max, Confirmed: 0), Producer.ExpectMsg<Request>());
        return (supervisor, id);
    }

    protected IActorRef Start(ConsumerSupervisorOptions<string> options) =>
        Start(ConsumerSupervisor.Props(options), Directive.Restart);

    protected ConsumerSupervisorOptions<string> Options(int max, int? min = null, CancelMode cancel = default) => new()
    {
        Child = text => text switch
        {
            "none" => null,
            "unheard of" => throw new FormatException("unheard of!"),
            _ => Pupil(text),
        },
        Subscriptions = [new(Producer.Ref, new() { MaxDemand = max, MinDemand = min, Cancel = cancel })],
    };

    /// <summary>Sends events, and waits until their children have started.</summary>
    protected void Send(IActorRef supervisor, SubscriptionId id, long first, params string[] events)
    {
        Producer.Send(supervisor, Events.Of(id, first, events));
        ExpectStarted(events);
    }

    /// <summary>Waits until the children of some events have started, in any order.</summary>
    protected void ExpectStarted(params string[] events)
    {
        var started = new List<string>();
        foreach (var _ in events)
        {
            started.Add(ExpectMsg<string>().Replace(" started", "", StringComparison.Ordinal));
            _pupils[started[^1]] = LastSender;
        }

        Assert.Equal(events.Order(), started.Order());
    }

    /// <summary>Lets the child of an event end.</summary>
    protected void Finish(string text)
    {
        _pupils[text].Tell("stop");
        ExpectMsg($"{text} ended");
    }

    /// <summary>Lets the child of an event fail, for good.</summary>
    protected void Fail(string text)
    {
        _pupils[text].Tell(Failure);
        ExpectMsg($"{text} ended");
    }

    /// <summary>Lets the child of an event fail, and come back.</summary>
    protected void Restart(string text)
    {
        Fail(text);
        ExpectMsg($"{text} started");
    }

    protected IActorRef Child(string text) => _pupils[text];
}
