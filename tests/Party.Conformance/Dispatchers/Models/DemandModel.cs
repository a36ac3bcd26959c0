using System.Text.Json;
using Party.Conformance.Deviations;

namespace Party.Conformance.Dispatchers.Models;

/// <summary>The demand dispatcher: whoever has asked for most is served first.</summary>
public sealed class DemandModel(Switches switches) : DispatcherModel(switches)
{
    // Descending demand; ties in the order in which they came to be.
    private readonly List<(long Demand, string Subscription)> _demands = [];
    private long _pending;

    public override long Wanted => _demands.Sum(one => one.Demand);

    public override long Subscribe(string subscription, string process, JsonElement options)
    {
        Insert(subscription, 0);
        return 0;
    }

    public override long Ask(string subscription, long count)
    {
        Insert(subscription, Remove(subscription) + count);

        var already = Math.Min(_pending, count);
        _pending -= already;
        return count - already;
    }

    public override long Cancel(string subscription, string process)
    {
        if (_demands.Exists(one => one.Subscription == subscription) || !On(Switches.D5))
        {
            _pending += Remove(subscription);
        }

        return 0;
    }

    public override List<object> Dispatch(List<object> events)
    {
        while (events.Count > 0 && _demands.Count > 0 && _demands[0].Demand > 0)
        {
            var (demand, subscription) = _demands[0];
            var now = events.Take((int)demand).ToList();
            events = events.Skip(now.Count).ToList();
            Send(StepMessage.Delivered(subscription, now));
            Remove(subscription);
            Insert(subscription, demand - now.Count);
        }

        _pending = Math.Max(_pending - events.Count, 0);
        return events;
    }

    private void Insert(string subscription, long demand)
    {
        var before = _demands.Count(one => one.Demand >= demand);
        _demands.Insert(before, (demand, subscription));
    }

    private long Remove(string subscription)
    {
        var index = _demands.FindIndex(one => one.Subscription == subscription);
        if (index < 0)
        {
            throw Bad("unknown_subscription");
        }

        var demand = _demands[index].Demand;
        _demands.RemoveAt(index);
        return demand;
    }
}
