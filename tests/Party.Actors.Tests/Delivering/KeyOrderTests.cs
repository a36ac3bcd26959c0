using Akka.Actor;
using Party.Actors.Tests.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Events confirmed out of order, but for those of one key, by a consumer that fails now and then.</summary>
public sealed class KeyOrderTests : DeliveryTest
{
    private const int Count = 60;
    private const int Keys = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_key_keeps_its_order_where_each_event_is_begun_after_the_last_is_confirmed(int seed)
    {
        var plan = new Numbers.Plan { Limit = Count };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var to = new SubscribeTo(producer, Small with { MaxDemand = 12, Confirmation = Confirmation.ByHand });
        var (probe, random) = (CreateTestProbe(), new Random(seed));
        var test = probe.Ref;

        Start(Props.Create(() => new Desk(test, random, to)));

        int[] last = [.. Enumerable.Range(0, Keys).Select(static key => key - Keys)];
        var (done, isOutOfOrder) = (new List<int>(), false);
        while (done.Count < Count)
        {
            var item = probe.ExpectMsg<int>();
            Assert.Equal(last[item % Keys] + Keys, item);
            last[item % Keys] = item;
            isOutOfOrder |= done.Count > 0 && item < done[^1];
            done.Add(item);
        }

        Assert.True(isOutOfOrder, "Keys overtake each other.");
        Failures.ExpectMsg<InvalidOperationException>();
    }

    // Works at one event of each key at a time, in any order of the keys; confirms it when it is done.
    private sealed class Desk : Consumer<int>
    {
        private readonly List<(int Item, SubscriptionId From, long Number)> _waiting = [];
        private readonly IActorRef _test;
        private readonly Random _random;

        public Desk(IActorRef test, Random random, SubscribeTo to)
            : base(to)
        {
            (_test, _random) = (test, random);
            Receive<string>(_ => WorkAtOne());
        }

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            var number = Number;
            foreach (var item in events)
            {
                _waiting.Add((item, From?.Id ?? default, number++));
                Self.Tell("work");
            }
        }

        private void WorkAtOne()
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            if (_random.Next(5) == 0)
            {
                throw new InvalidOperationException("now and then");
            }

            var oldest = _waiting.DistinctBy(static one => one.Item % Keys).ToList();
            var next = oldest[_random.Next(oldest.Count)];
            _waiting.Remove(next);
            Confirm(next.From, next.Number);
            _test.Tell(next.Item);
        }
    }
}
