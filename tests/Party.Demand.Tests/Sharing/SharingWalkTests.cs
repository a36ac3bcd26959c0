using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Sharing;

/// <summary>Random walks of many consumers, beside lists that are gone through.</summary>
public sealed class SharingWalkTests
{
    private const int Steps = 3_000;
    private static readonly Func<int, bool> Even = static item => item % 2 == 0;

    [Theory]
    [MemberData(nameof(Seeds.First), 10, MemberType = typeof(Seeds))]
    public void The_highest_demand_is_found_among_many(int seed)
    {
        // Each in its place: highest demand first, and behind all equals whenever its demand changes.
        var order = new List<Subscription>();
        void Move(Subscription one)
        {
            order.Remove(one);
            var lower = order.FindIndex(other => other.Outstanding < one.Outstanding);
            order.Insert(lower < 0 ? order.Count : lower, one);
        }

        Walk(seed, new DemandDispatcherOptions<int>(), order.Add, Move, one => order.Remove(one), Sent);

        IEnumerable<(SubscriptionId, int[])> Sent(int[] events, Func<Subscription, long> demandOf)
        {
            var demands = order.ToDictionary(static one => one, demandOf);
            while (events.Length > 0 && order.Count > 0 && demands[order[0]] > 0)
            {
                var first = order[0];
                var count = (int)Math.Min(events.Length, demands[first]);
                yield return (first.Id, events[..count]);
                demands[first] -= count;
                events = events[count..];
                order.RemoveAt(0);
                var lower = order.FindIndex(other => demands[other] < demands[first]);
                order.Insert(lower < 0 ? order.Count : lower, first);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 10, MemberType = typeof(Seeds))]
    public void Many_go_at_the_pace_of_the_slowest(int seed)
    {
        var order = new List<Subscription>();
        var options = new BroadcastDispatcherOptions<int>
        {
            Selectors = ImmutableDictionary<string, Func<int, bool>>.Empty.Add("even", Even),
        };

        Walk(seed, options, order.Add, static _ => { }, one => order.Remove(one), Sent);

        IEnumerable<(SubscriptionId, int[])> Sent(int[] events, Func<Subscription, long> demandOf)
        {
            events = order.Count == 0 ? [] : events[..(int)Math.Min(events.Length, order.Min(demandOf))];
            return order
                .Select(one => (one.Id, one.Options.Selector is null ? events : [.. events.Where(Even)]))
                .Where(static sent => sent.Item2.Length > 0);
        }
    }

    private static void Walk(
        int seed,
        DispatcherOptions<int> options,
        Action<Subscription> come,
        Action<Subscription> request,
        Action<Subscription> leave,
        Func<int[], Func<Subscription, long>, IEnumerable<(SubscriptionId, int[])>> sent)
    {
        var random = new Random(seed);
        var dispatcher = options.Build();
        var consumers = new List<Subscription>();
        var last = 0L;
        var isFiltering = options is BroadcastDispatcherOptions<int>;
        for (var step = 0; step < Steps; step++)
        {
            var one = consumers.Count > 0 ? consumers[random.Next(consumers.Count)] : null;
            switch (random.Next(step < Steps / 2 ? 12 : 14))
            {
                case 0 or 1:
                    var chooses = isFiltering && random.Next(3) == 0;
                    var newcomer = new Subscription(new(++last), new() { Selector = chooses ? "even" : null });
                    Assert.True(dispatcher.Subscribe(newcomer).IsGranted);
                    consumers.Add(newcomer);
                    come(newcomer);
                    break;
                case 12 or 13 when one is not null:
                    dispatcher.Cancel(one);
                    consumers.Remove(one);
                    leave(one);
                    break;
                case < 9 when one is not null:
                    dispatcher.Request(one, random.Next(1, 5));
                    request(one);
                    break;
                case < 12:
                    int[] events = [.. Enumerable.Range(step, random.Next(1, 8))];
                    var before = consumers.ToDictionary(static one => one, static one => one.Outstanding);
                    Check(dispatcher, events, [.. sent(events, one => before[one])]);
                    break;
            }
        }
    }

    private static void Check(IDispatcher<int> dispatcher, int[] events, (SubscriptionId Id, int[] Items)[] expected)
    {
        var deliveries = dispatcher.Dispatch(events).Deliveries.ToArray();

        Assert.Equal(
            expected.Select(static one => $"{one.Id}: {string.Join(' ', one.Items)}"),
            deliveries.Select(static one => $"{one.To.Id}: {string.Join(' ', one.Events)}"));
    }
}
