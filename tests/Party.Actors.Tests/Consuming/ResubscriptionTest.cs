using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Stages that subscribe again to a producer of a name; time goes by when the test says so.</summary>
public abstract class ResubscriptionTest : StageTest
{
    /// <summary>Where the producer is.</summary>
    protected const string Path = "/user/orders";

    protected ResubscriptionTest()
        : base("""
            akka.loglevel = INFO
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            """) =>
        Producer = CreateTestProbe();

    /// <summary>Pauses without jitter: 200 ms, 400 ms and so on.</summary>
    protected static Resubscription Even { get; } = new() { Jitter = 0 };

    /// <summary>The first pause.</summary>
    protected static TimeSpan First => Even.MinBackoff;

    /// <summary>Speaks for whoever stands at the path.</summary>
    protected TestProbe Producer { get; }

    protected TestScheduler Time => (TestScheduler)Sys.Scheduler;

    /// <summary>A consumer whose failures stop it.</summary>
    protected IActorRef StartFollower(params SubscribeTo[] to)
    {
        var test = TestActor;
        var consumer = Start(Props.Create(() => new Follower(test, to)), Directive.Stop);
        Settle(consumer);
        return consumer;
    }

    /// <summary>Starts a producer at the path.</summary>
    protected IActorRef Open()
    {
        var probe = Producer.Ref;
        return Sys.ActorOf(Props.Create(() => new Door(probe)), "orders");
    }

    /// <summary>Stops it; a stage has heard of that too, and has begun to wait.</summary>
    protected void Close(IActorRef door, IActorRef stage)
    {
        Producer.Watch(door);
        Sys.Stop(door);
        Producer.FishForMessage(message => message is Terminated);
        Settle(stage);
    }

    /// <summary>The producer admits a subscription, and is asked for events.</summary>
    protected SubscriptionId Admit(Subscribe subscribe)
    {
        Producer.Reply(new Subscribed(subscribe.Id));
        Producer.ExpectMsg<Request>();
        return subscribe.Id;
    }

    /// <summary>What a stage had told itself, and others, has come when it has answered.</summary>
    protected void Settle(IActorRef stage) => ExpectNothingMore(CreateTestProbe(), stage);
}
