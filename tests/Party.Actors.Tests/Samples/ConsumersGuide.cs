using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/consumers.md, and proof that they do what it says.</summary>
public sealed class ConsumersGuide : StageTest
{
    [Fact]
    public void A_function_is_handed_every_batch()
    {
        var sizes = new List<int>();
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(1, 100)));

        var fiveAtATime = new SubscriptionOptions { MaxDemand = 20, MinDemand = 15 };
        var consumer = Sys.ActorOf(
            Consumer.Props<int>(batch => sizes.Add(batch.Length), new SubscribeTo(producer, fiveAtATime)));

        Watch(consumer);
        ExpectTerminated(consumer);
        Assert.Equal(Enumerable.Repeat(5, 20), sizes);
    }

    [Fact]
    public async Task A_stage_subscribes_later_and_cancels()
    {
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(1, 5)));
        var consumer = Sys.ActorOf(Props.Create(() => new Saver(TestActor)));

        var outlives = new SubscriptionOptions { Cancel = CancelMode.Transient };
        var subscription = await consumer.SubscribeAsync(new SubscribeTo(producer, outlives));

        ExpectMsg("saved 5");
        consumer.Cancel(subscription, EndReason.Normal);
        consumer.Tell(new Identify(1), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    [Fact]
    public void A_consumer_waits_for_the_producer_of_a_name()
    {
        var consumer = Sys.ActorOf(Consumer.Props<int>(Handle, new SubscribeTo("/user/orders")));

        Sys.ActorOf(Producer.From(Enumerable.Range(1, 5)), "orders");

        ExpectMsg("5 handled");
        Watch(consumer);
        ExpectTerminated(consumer);
    }

    [Fact]
    public void A_patient_consumer_ends_with_a_normal_end_all_the_same()
    {
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(1, 5)), "orders");

        var patient = new SubscriptionOptions
        {
            Resubscribe = new() { MinBackoff = TimeSpan.FromSeconds(1), MaxAttempts = 20 },
        };
        var consumer = Sys.ActorOf(Consumer.Props<int>(Handle, new SubscribeTo(producer, patient)));

        ExpectMsg("5 handled");
        Watch(consumer);
        ExpectTerminated(consumer);
    }

    [Fact]
    public void A_handler_that_hangs_is_reported()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(BatchOverdue));
        var watched = new SubscriptionOptions { BatchBudget = TimeSpan.FromSeconds(30) };
        var hasty = watched with { BatchBudget = TimeSpan.FromMilliseconds(1) };
        using var release = new ManualResetEventSlim();
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(1, 5)), "orders");

        Sys.ActorOf(Consumer.Props<int>(_ => release.Wait(), new SubscribeTo(producer, hasty)));

        Assert.Equal(5, ExpectMsg<BatchOverdue>().Count);
        release.Set();
    }

    [Fact]
    public async Task A_loop_goes_through_the_events()
    {
        var system = Sys;
        var sum = 0;
        var producer = Sys.ActorOf(Producer.From(Enumerable.Range(1, 1000)));

        await foreach (var number in system.Stream<int>(new SubscribeTo(producer)))
        {
            sum += number;
        }

        Assert.Equal(500_500, sum);
    }

    private void Handle(ReadOnlySpan<int> events) => TestActor.Tell($"{events.Length} handled");

    public sealed class Saver(IActorRef test, params SubscribeTo[] subscriptions) : AsyncConsumer<int>(subscriptions)
    {
        protected override async ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken)
        {
            await SaveAsync(events);
            test.Tell($"saved {events.Count}");
        }

        private static async Task SaveAsync(IReadOnlyList<int> events) =>
            await Task.Run(() => Assert.Equal(5, events.Count));
    }
}
