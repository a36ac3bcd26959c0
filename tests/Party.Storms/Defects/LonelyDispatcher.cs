using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Storms.Defects;

/// <summary>Whoever comes to a partition that has a consumer is admitted, and never served.</summary>
internal sealed class LonelyDispatcher(IDispatcher<int> inner) : PassingDispatcher(inner)
{
    private readonly Dictionary<int, Subscription> _first = [];
    private readonly HashSet<Subscription> _others = [];

    public override bool StandsBy(Subscription subscription) => _others.Contains(subscription);

    public override Admission Subscribe(Subscription subscription)
    {
        var partition = PartitionOf(subscription);
        if (_first.ContainsKey(partition))
        {
            subscription.Seat = partition;
            _others.Add(subscription);
            return Admission.Granted;
        }

        _first[partition] = subscription;
        return base.Subscribe(subscription);
    }

    public override Dispatch<int> Request(Subscription subscription, long demand) =>
        _others.Contains(subscription) ? default : base.Request(subscription, demand);

    public override Dispatch<int> Cancel(Subscription subscription)
    {
        if (_others.Remove(subscription))
        {
            return default;
        }

        _first.Remove(subscription.Seat);
        return base.Cancel(subscription);
    }
}
