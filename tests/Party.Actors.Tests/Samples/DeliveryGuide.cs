using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Samples;

/// <summary>The examples of docs/guides/delivery.md, and proof that they do what it says.</summary>
public sealed class DeliveryGuide : StageTest
{
    private static readonly SubscriptionOptions ByHand = new()
    {
        Delivery = DeliveryMode.AtLeastOnce,
        Confirmation = Confirmation.ByHand,
        MaxDemand = 4,
        Cancel = CancelMode.Temporary,
    };

    [Fact]
    public void A_batch_that_failed_comes_again_and_is_given_up_in_the_end()
    {
        var test = TestActor;
        var orders = Sys.ActorOf(Producer.From(Enumerable.Range(1, 3)));
        var atLeastOnce = new SubscriptionOptions { Delivery = DeliveryMode.AtLeastOnce, MaxDemand = 1 };
        Sys.ActorOf(Props.Create(() => new Packer(test, new SubscribeTo(orders, atLeastOnce))));

        ExpectMsg("packed 1");
        ExpectMsg("gave up 2");
        ExpectMsg("packed 3");
    }

    [Fact]
    public void A_consumer_confirms_what_somebody_else_has_done()
    {
        var bank = CreateTestProbe();
        var orders = Sys.ActorOf(Producer.From(Enumerable.Range(1, 2)));
        Sys.ActorOf(Props.Create(() => new Billing(bank.Ref, new SubscribeTo(orders, ByHand))));
        var first = bank.ExpectMsg<Pay>();
        var second = bank.ExpectMsg<Pay>();

        bank.Reply(new Paid(second));
        bank.Reply(new Declined(first));

        Assert.Equal((1, 1), (first.Order, bank.ExpectMsg<Pay>().Order));
    }

    [Fact]
    public void A_stage_in_the_middle_holds_batches_until_it_has_a_page()
    {
        var lines = Sys.ActorOf(Producer.From(["a", "b", "c"]));
        var to = new SubscribeTo(lines, new()
        {
            Delivery = DeliveryMode.AtLeastOnce,
            MaxDemand = 4,
            MinDemand = 3,
            Cancel = CancelMode.Temporary,
        });
        var pages = Sys.ActorOf(Props.Create(() => new Pages(to)));
        var test = TestActor;

        Sys.ActorOf(Consumer.Props<string>(batch => test.Tell(batch[0]), new SubscribeTo(pages)));

        ExpectMsg("a b c");
    }

    [Fact]
    public void A_producer_ends_when_all_it_emitted_is_confirmed()
    {
        var tickets = Sys.ActorOf(Props.Create(() => new Tickets(2)));
        Watch(tickets);
        var buyer = CreateTestProbe();
        var to = new SubscribeTo(tickets, ByHand);
        Sys.ActorOf(Props.Create(() => new Billing(buyer.Ref, to)));

        var first = buyer.ExpectMsg<Pay>();
        buyer.Reply(new Paid(first));
        var second = buyer.ExpectMsg<Pay>();
        buyer.Reply(new Declined(second));
        buyer.Reply(new Paid(buyer.ExpectMsg<Pay>()));

        ExpectTerminated(tickets);
    }

    private sealed record Pay(int Order, SubscriptionId Subscription, long Number);

    private sealed record Paid(Pay What);

    private sealed record Declined(Pay What);

    private sealed class Packer(IActorRef test, SubscribeTo orders) : Consumer<int>(orders)
    {
        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            if (Attempt > 3)
            {
                test.Tell($"gave up {string.Join(' ', events.ToArray())}");
                return;
            }

            Pack(events);
        }

        private void Pack(ReadOnlySpan<int> events)
        {
            if (events.Contains(2))
            {
                throw new InvalidOperationException("There is no box for 2.");
            }

            test.Tell($"packed {string.Join(' ', events.ToArray())}");
        }
    }

    private sealed class Billing : Consumer<int>
    {
        private readonly IActorRef _bank;

        public Billing(IActorRef bank, SubscribeTo orders)
            : base(orders)
        {
            _bank = bank;
            Receive<Paid>(paid => Confirm(paid.What.Subscription, paid.What.Number));
            Receive<Declined>(declined => Reject(declined.What.Subscription, declined.What.Number));
        }

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            var number = Number;
            foreach (var order in events)
            {
                _bank.Tell(new Pay(order, From?.Id ?? default, number++));
            }
        }
    }

    private sealed class Tickets(int seats) : Producer<int>
    {
        private int _sold;

        protected override void HandleDemand(DemandIncrement demand)
        {
            for (var left = demand.Total; left > 0 && _sold < seats; left--)
            {
                Emit(++_sold);
            }

            if (_sold == seats)
            {
                StopWhenConfirmed(EndReason.Normal);
            }
        }
    }

    private sealed class Pages(SubscribeTo lines) : ProducerConsumer<string, string>(lines)
    {
        private readonly List<string> _page = [];
        private readonly List<HeldBatch> _held = [];

        protected override Holding Holding => new(AtMost: 2);

        protected override void HandleEvents(ReadOnlySpan<string> events)
        {
            _page.AddRange(events);
            if (_page.Count < 3)
            {
                _held.Add(Hold());
                return;
            }

            Emit(string.Join(' ', _page));
            _page.Clear();
            _held.ForEach(Release);
            _held.Clear();
        }
    }
}
