using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions.Moving;

/// <summary>
/// Books whose partitions are changed. An event is a letter with a number; the map says which letters go where, as
/// <c>a:one b:two</c>. What is handed on is written as <c>one:a1,a2 two:b1</c>.
/// </summary>
internal sealed class Hall
{
    private long _lastId;

    public Hall(
        string map,
        DeliveryMode delivery = DeliveryMode.AtLeastOnce,
        PartitionDispatcherOptions<string>? options = null)
    {
        Delivery = delivery;
        var names = Names(map);
        Ledger = new(
            (options ?? new() { Partitions = names }) with { Partitions = names, Selector = Selector(map, names) },
            new());
    }

    public ProducerLedger<string> Ledger { get; }

    public DeliveryMode Delivery { get; }

    public Dictionary<string, Subscription> Guests { get; } = [];

    public static PartitionChange<string> Map(string map) => new()
    {
        Partitions = Names(map),
        Selector = Selector(map, Names(map)),
    };

    public Hall Enter(params string[] partitions)
    {
        foreach (var partition in partitions)
        {
            Guests[partition] = new(new(++_lastId), new() { Partition = partition, Delivery = Delivery });
            var admission = Ledger.Subscribe(Guests[partition]);
            Assert.True(admission.IsGranted, admission.Reason);
        }

        return this;
    }

    public string Request(string partition, int demand) =>
        Text(Ledger.Request(Guests[partition], demand)) + Serve();

    public string Emit(string events)
    {
        Ledger.Ask();
        return Text(Ledger.Receive(events.Split(' '))) + Serve();
    }

    /// <summary>A guest has handled all it was sent.</summary>
    public string Confirm(string partition)
    {
        Ledger.Confirm(Guests[partition], Guests[partition].Sent);
        return Serve();
    }

    public string Leave(string partition, DiscardCause cause = DiscardCause.ConsumerGone)
    {
        Guests.Remove(partition, out var guest);
        return Text(Ledger.Cancel(guest!, guest!.Handled, 0, cause)) + Serve();
    }

    public string Change(string map, Func<PartitionChange<string>, PartitionChange<string>>? how = null)
    {
        var change = Map(map);
        Assert.Null(Ledger.ChangePartitions(how?.Invoke(change) ?? change));
        return Serve();
    }

    public string Serve()
    {
        var text = "";
        while (Ledger.TryServe(out var dispatch))
        {
            text += Text(dispatch);
        }

        while (Ledger.TryTakeEnding(out var ending))
        {
            text += Text(Ledger.Close(ending)) + Serve();
        }

        Assert.Null(Ledger.CheckAll());
        return text;
    }

    public int Parked(string partition) =>
        Ledger.Balance().Partitions.First(one => one.Partition == partition).Parked;

    private static PartitionNames Names(string map) =>
        PartitionNames.Named(map.Split(' ').Select(entry => entry.Split(':')[1]).Distinct());

    private static PartitionSelector<string> Selector(string map, PartitionNames names)
    {
        var all = map.Split(' ').ToDictionary(entry => entry[0], entry => entry.Split(':')[1]);
        return PartitionSelector.ByName<string>(names, item => all[item[0]]);
    }

    private static string Text(Dispatch<string> dispatch)
    {
        var text = "";
        foreach (var delivery in dispatch.Deliveries)
        {
            text += $"{delivery.To.Options.Partition}:{string.Join(',', delivery.Events.ToArray())} ";
        }

        return text;
    }
}
