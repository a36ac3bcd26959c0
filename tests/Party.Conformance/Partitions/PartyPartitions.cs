using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Partitions;

/// <summary>
/// Party's dispatcher, pooled, played to like the recorded one: what it wants asked is asked after every step.
/// </summary>
public sealed class PartyPartitions : IPartitionSubject
{
    private readonly PartitionDispatcher<long> _dispatcher;
    private readonly Dictionary<string, Subscription> _subscriptions = [];

    public PartyPartitions(ImmutableArray<string> partitions, Func<long, (long Item, string Partition)?> hash) =>
        _dispatcher = new(Options(partitions, hash, DemandScope.Pooled));

    /// <summary>A dispatcher's options with unbounded parks and a recorded hash.</summary>
    public static PartitionDispatcherOptions<long> Options(
        ImmutableArray<string> partitions, Func<long, (long Item, string Partition)?> hash, DemandScope scope)
    {
        var names = PartitionNames.Named(partitions);
        return new()
        {
            Partitions = names,
            Selector = PartitionSelector.ByPlacement<long>(item => hash(item) is { } place
                ? new(place.Item, names.IndexOf(place.Partition))
                : new(item, Placement<long>.NoPartition)),
            Demand = scope,
            ParkLimit = PartitionDispatcherOptions<long>.Unbounded,
        };
    }

    public StepRecord Subscribe(string subscription, string partition)
    {
        var admitted = new Subscription(new(_subscriptions.Count + 1), new() { Partition = partition });
        var admission = _dispatcher.Subscribe(admitted);
        _subscriptions[subscription] = admitted;
        return admission.IsGranted ? Asked(default) : new($"refused {admission.Refusal}", []);
    }

    public StepRecord Ask(string subscription, int count) =>
        Asked(_dispatcher.Request(_subscriptions[subscription], count));

    public StepRecord Cancel(string subscription) => Asked(_dispatcher.Cancel(_subscriptions[subscription]));

    public StepRecord Dispatch(ImmutableArray<long> events)
    {
        var dispatch = _dispatcher.Dispatch(events.AsSpan());
        var record = new StepRecord($"leftover {dispatch.Leftover}", Messages(dispatch));
        _dispatcher.Ask();
        return record;
    }

    public StepRecord Info(string message) => Asked(_dispatcher.Inform(message));

    private StepRecord Asked(Dispatch<long> dispatch)
    {
        var messages = Messages(dispatch);
        return new($"demand {_dispatcher.Ask().Total}", messages);
    }

    private ImmutableArray<StepMessage> Messages(Dispatch<long> dispatch)
    {
        var messages = ImmutableArray.CreateBuilder<StepMessage>();
        var infos = dispatch.Infos;
        for (var index = 0; index <= dispatch.Deliveries.Length; index++)
        {
            for (; !infos.IsEmpty && infos[0].After == index; infos = infos[1..])
            {
                messages.Add(StepMessage.Released(infos[0].Message.ToString() ?? ""));
            }

            if (index < dispatch.Deliveries.Length)
            {
                var (to, _, events) = dispatch.Deliveries[index];
                messages.Add(StepMessage.Delivered(NameOf(to), events));
            }
        }

        return messages.DrainToImmutable();
    }

    private string NameOf(Subscription subscription) => _subscriptions.First(one => one.Value == subscription).Key;
}
