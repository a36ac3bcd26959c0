using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Between;
using Party.Actors.Tests.Producing;
using Party.Demand.Buffering;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>
/// A stage between two others confirms a batch when all that it made of it is confirmed; probes play both others.
/// </summary>
public sealed class MiddleTests : DeliveryTest
{
    private static readonly SubscriptionId First = new(1);

    private readonly TestProbe _producer;

    public MiddleTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_batch_is_confirmed_when_all_that_came_of_it_is()
    {
        var (relay, id) = StartRelay(copies: 2);
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        Assert.Equal("1(1) 1(1) 2(1) 2(1)", Attempts(consumer, 4));
        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 0), _producer.ExpectMsg<Request>());

        consumer.Send(relay, new Confirm(First, 3));
        ExpectNothingMore(_producer, relay);
        consumer.Send(relay, new Confirm(First, 4));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void A_batch_that_comes_to_nothing_is_confirmed_at_once()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));

        _producer.Send(relay, Events.Of(id, 1, -1, -2, -3));

        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), _producer.ExpectMsg<Request>());
        Assert.Equal((3L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void A_batch_of_which_some_came_to_nothing_waits_for_the_others()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, -1, 2));
        Assert.Equal("2(1)", Attempts(consumer, 1));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);

        consumer.Send(relay, new Request(1, First, Total: 10, Confirmed: 1));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void Batches_confirmed_out_of_order_are_told_apart()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3, 4));
        Assert.Equal("1(1) 2(1) 3(1) 4(1)", Attempts(consumer, 4));
        _producer.ExpectMsg<Request>();
        _producer.ExpectMsg<Request>();

        consumer.Send(relay, new Confirm(First, 0, [new(3, 4)]));
        Assert.Equal((0L, "3 to 4"), Said(_producer.ExpectMsg<Confirm>(), id));
        consumer.Send(relay, new Confirm(First, 4));

        Assert.Equal((4L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void What_waits_for_demand_is_not_confirmed()
    {
        var (relay, id) = StartRelay(copies: 3);
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(1));
        _producer.Send(relay, Events.Of(id, 1, 1));
        Assert.Equal("1(1)", Attempts(consumer, 1));
        consumer.Send(relay, new Confirm(First, 1));
        ExpectNothingMore(_producer, relay);

        consumer.Send(relay, new Request(2));
        Assert.Equal("1(1) 1(1)", Attempts(consumer, 2));
        consumer.Send(relay, new Confirm(First, 3));

        Assert.Equal((1L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void What_nobody_confirms_is_confirmed_when_it_is_handed_on()
    {
        var (relay, id) = StartRelay();
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(1));

        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);
        consumer.Send(relay, new Request(1));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void What_the_buffer_drops_is_over()
    {
        var (relay, id) = StartRelay(copies: 4, new() { Buffer = new() { Size = 2, Keep = BufferKeep.First } });
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(1));
        _producer.Send(relay, Events.Of(id, 1, 1));
        Assert.Equal("1(1)", Attempts(consumer, 1));

        consumer.Send(relay, new Request(2));
        Assert.Equal("1(1) 1(1)", Attempts(consumer, 2));
        consumer.Send(relay, new Confirm(First, 3));

        Assert.Equal((1L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void What_comes_again_downstream_is_confirmed_upstream_once_it_is_handled()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        Attempts(consumer, 2);
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);

        consumer.Send(relay, new Cancel(First, EndReason.Normal, Handled: 1));
        var next = SubscribeRetained(relay);
        next.Send(relay, new Request(9));
        Assert.Equal("2(2)", Attempts(next, 1));
        ExpectNothingMore(_producer, relay);
        next.Send(relay, new Confirm(First, 1));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void A_restart_in_the_middle_confirms_no_more_than_was_downstream()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 12, 13));
        Assert.Equal("1(1) 2(1) 12(1) 13(1)", Attempts(consumer, 4));

        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);
        var cancel = _producer.ExpectMsg<Cancel>();
        Assert.Equal((EndKind.Restart, 0L), (cancel.Reason.Kind, cancel.Handled));
        var again = Admit(_producer);
        _producer.ExpectMsg<Request>();
        _producer.Send(relay, new Events<int>(again, 1, [1, 2], attempt: 2));
        Assert.Equal("1(1) 2(1)", Attempts(consumer, 2));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);
        consumer.Send(relay, new Confirm(First, 6));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), again));
    }

    [Fact]
    public void A_stage_that_stops_confirms_only_what_is_confirmed_downstream()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        Attempts(consumer, 3);
        _producer.ExpectMsg<Request>();
        consumer.Send(relay, new Confirm(First, 2));
        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));

        EventFilter.Warning(start: "Stopped without being drained.")
            .ExpectOne(() => relay.Tell(PoisonPill.Instance));

        Assert.Equal((2L, CancelPhase.Down), Last(_producer.ExpectMsg<Cancel>()));
    }

    [Fact]
    public void The_end_of_the_producer_waits_for_what_is_not_confirmed()
    {
        var (relay, id) = StartRelay();
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        Attempts(consumer, 2);
        _producer.ExpectMsg<Request>();

        _producer.Send(relay, new Cancelled(id, EndReason.Normal));
        ExpectNothingMore(_producer, relay);
        consumer.Send(relay, new Confirm(First, 2));

        Assert.Equal((2L, CancelPhase.Final), Last(_producer.FishForMessage<Cancel>(_ => true)));
    }

    [Fact]
    public void Copies_are_confirmed_by_every_consumer_that_stays()
    {
        var (relay, id) = StartRelay(options: new() { Dispatcher = new BroadcastDispatcherOptions<int>() });
        var (one, two, gone) = (SubscribeRetained(relay), SubscribeRetained(relay), SubscribeRetained(relay));
        foreach (var probe in new[] { one, two, gone })
        {
            probe.Send(relay, new Request(9));
        }

        ExpectNothingMore(gone, relay);
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        Attempts(one, 2);
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);

        one.Send(relay, new Confirm(First, 2));
        gone.Send(relay, new Cancel(First, EndReason.Normal));
        ExpectNothingMore(_producer, relay);
        two.Send(relay, new Confirm(First, 2));

        Assert.Equal((2L, ""), Said(_producer.ExpectMsg<Confirm>(), id));
    }

    [Fact]
    public void A_pipeline_whose_stages_all_fail_now_and_then_loses_nothing()
    {
        var plan = new Numbers.Plan { Limit = 60 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var failed = new HashSet<int>();
        var relay = Start(ProducerConsumer.Props<int, int>(
            item => item % 11 != 6 || !failed.Add(item) ? [item] : throw new InvalidOperationException("once"),
            new SubscribeTo(producer, Small)));
        var probe = CreateTestProbe();
        var (test, to) = (probe.Ref, new SubscribeTo(relay, Small));
        Action<Fragile, int> often = (consumer, item) =>
        {
            if (item % 5 == 4 && consumer.Try < 2)
            {
                throw new InvalidOperationException("now and then");
            }
        };
        Start(Props.Create(() => new Fragile(test, often, to)));

        var all = new HashSet<int>();
        while (all.Count < 60)
        {
            var words = probe.ExpectMsg<string>().Split(" (")[0].Split(' ');
            all.UnionWith(words.Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal(Enumerable.Range(0, 60), all.Order());
        Assert.Equal([6, 17, 28, 39, 50], failed.Order());
    }

    private static (long UpTo, string Ahead) Said(Confirm confirm, SubscriptionId id)
    {
        Assert.Equal(id, confirm.Id);
        return (confirm.UpTo, string.Join(", ", confirm.Ahead ?? []));
    }

    private static (long Handled, CancelPhase Phase) Last(Cancel cancel) => (cancel.Handled, cancel.Phase);

    private (IActorRef Relay, SubscriptionId Id) StartRelay(int copies = 1, ProducerOptions<int>? options = null)
    {
        var (test, to) = (TestActor, new SubscribeTo(_producer.Ref, Small));
        options ??= new();
        var relay = Start(Props.Create(() => new Relay(test, options, to, copies)));
        var id = Admit(_producer);
        Assert.Equal(4, _producer.ExpectMsg<Request>().Count);
        return (relay, id);
    }
}
