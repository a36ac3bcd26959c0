using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Sharing;

/// <summary>A dispatcher of characters, so that what a consumer gets reads as a word.</summary>
internal sealed class Sharings(DispatcherOptions<char> options)
{
    public static readonly SubscriptionId A = new(1);
    public static readonly SubscriptionId B = new(2);
    public static readonly SubscriptionId C = new(3);

    private readonly Dictionary<SubscriptionId, Subscription> _subscriptions = [];

    public IDispatcher<char> Dispatcher { get; } = options.Build();

    public string? Notice { get; private set; }

    public int Leftover { get; private set; }

    public int Filtered { get; private set; }

    /// <summary>Consumers subscribe, and request in the same order.</summary>
    public Sharings Subscribe(params (SubscriptionId Id, int Demand)[] consumers)
    {
        foreach (var (id, _) in consumers)
        {
            Assert.True(Admit(id, new()).IsGranted);
        }

        foreach (var (id, demand) in consumers.Where(consumer => consumer.Demand > 0))
        {
            Request(id, demand);
        }

        return this;
    }

    public Admission Admit(SubscriptionId id, SubscriptionOptions subscription) =>
        Dispatcher.Subscribe(_subscriptions[id] = new(id, subscription));

    public void Request(SubscriptionId id, int demand) =>
        Notice = Dispatcher.Request(_subscriptions[id], demand).Notice ?? Notice;

    public void Cancel(SubscriptionId id) => Dispatcher.Cancel(_subscriptions[id]);

    public List<(SubscriptionId To, string Events)> Dispatch(string events)
    {
        var dispatch = Dispatcher.Dispatch(events);
        (Leftover, Filtered) = (dispatch.Leftover, dispatch.Filtered);
        return [.. dispatch.Deliveries.ToArray().Select(one => (one.To.Id, string.Concat(one.Events)))];
    }
}
