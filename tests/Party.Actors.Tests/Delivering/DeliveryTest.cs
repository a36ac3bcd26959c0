using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Stages that deliver at least once, with probes that confirm as the test wants it.</summary>
public abstract class DeliveryTest : StageTest
{
    /// <summary>At least once, with at most four events unconfirmed, in batches of two.</summary>
    protected static SubscriptionOptions Small { get; } = new()
    {
        Delivery = DeliveryMode.AtLeastOnce,
        MaxDemand = 4,
        MinDemand = 2,
        Cancel = CancelMode.Temporary,
    };

    /// <summary>At least once, with as many events unconfirmed as a test has.</summary>
    protected static SubscriptionOptions Large { get; } = Small with { MaxDemand = 100 };

    /// <summary>A probe that is sent events at least once.</summary>
    protected TestProbe SubscribeRetained(IActorRef producer, long id = 1, SubscriptionOptions? options = null)
    {
        var probe = CreateTestProbe();
        Subscribe(probe, producer, id, options ?? Large);
        return probe;
    }

    /// <summary>Subscribes a probe once more.</summary>
    protected static void Subscribe(TestProbe probe, IActorRef producer, long id, SubscriptionOptions options)
    {
        probe.Send(producer, new Subscribe(new(id), options));
        Assert.Equal(new SubscriptionId(id), probe.ExpectMsg<Subscribed>().Id);
    }

    /// <summary>A producer's probe admits the subscription that a stage asks for.</summary>
    protected static SubscriptionId Admit(TestProbe producer)
    {
        var id = producer.ExpectMsg<Subscribe>().Id;
        producer.Reply(new Subscribed(id));
        return id;
    }

    /// <summary>The next events that a probe gets, each with its attempt: <c>3(1) 4(1) 1(2)</c>.</summary>
    protected static string Attempts(TestProbe probe, int count)
    {
        var received = new List<string>();
        while (received.Count < count)
        {
            var events = probe.ExpectMsg<Events<int>>();
            received.AddRange(events.Batch.Select(item => $"{item}({events.Attempt})"));
        }

        return string.Join(' ', received);
    }
}
