using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Producing;

public sealed class LedgerBrokenTests : StageTest
{
    public LedgerBrokenTests() => Sys.EventStream.Subscribe(TestActor, typeof(LedgerBroken));

    [Fact]
    public void A_broken_law_is_told_once_and_stops_the_stage()
    {
        var numbers = new Numbers.Plan { Options = new() { Dispatcher = new LossyOptions() } };
        var producer = Start(Props.Create(() => new Numbers(numbers)));
        var consumer = Subscribe(producer);
        var other = Subscribe(producer);
        Watch(producer);

        for (var request = 0; request < 64; request++)
        {
            consumer.Send(producer, new Request(2));
        }

        var broken = ExpectMsg<LedgerBroken>();
        ExpectTerminated(producer);
        Assert.Equal(producer, broken.Stage);
        Assert.False(broken.Books.IsClosed);
        Assert.Contains(" missing", broken.Law.Numbers, StringComparison.Ordinal);
        Assert.Equal(EndKind.Failure, other.ExpectMsg<Cancelled>().Reason.Kind);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_law_that_was_broken_lately_is_told_when_the_stage_stops()
    {
        var numbers = new Numbers.Plan { Options = new() { Dispatcher = new LossyOptions() } };
        var producer = Start(Props.Create(() => new Numbers(numbers)));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        consumer.ExpectMsg<Events<int>>();

        Sys.Stop(producer);

        Assert.Equal(producer, ExpectMsg<LedgerBroken>().Stage);
        ExpectNoMsg(TimeSpan.Zero);
    }

    private sealed record LossyOptions : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new Lossy();
    }

    /// <summary>Hands every other event to the first consumer, and forgets the rest.</summary>
    private sealed class Lossy : SharingDispatcher<int>
    {
        protected override long Available => Subscriptions.Count == 0 ? 0 : Subscriptions[0].Outstanding;

        protected override void Entered(Subscription subscription)
        {
        }

        protected override void Granted(Subscription subscription, long demand, DispatchBuilder<int> dispatch)
        {
        }

        protected override void Left(Subscription subscription)
        {
        }

        protected override void Share(ReadOnlySpan<int> events, DispatchBuilder<int> dispatch)
        {
            for (var index = 0; index < events.Length; index += 2)
            {
                dispatch.Deliver(Subscriptions[0], events.Slice(index, 1));
            }
        }
    }
}
