using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>
/// A dispatcher of letters: a–i to one, j–r to two, s–v to three, w–z to four; '-' belongs to no partition, '?' to an
/// unknown one, and '!' makes the selector throw. What a step sends is written as <c>one:abc two:q</c>.
/// </summary>
internal sealed class Letters
{
    private readonly Dictionary<string, Subscription> _subscriptions = [];
    private long _lastId;

    public Letters(Func<PartitionDispatcherOptions<char>, PartitionDispatcherOptions<char>>? change = null)
    {
        var options = new PartitionDispatcherOptions<char>
        {
            Partitions = PartitionNames.Named("one", "two", "three", "four"),
            Selector = PartitionSelector.ByIndex<char>(Select),
        };
        Dispatcher = new(change?.Invoke(options) ?? options);
    }

    public PartitionDispatcher<char> Dispatcher { get; }

    /// <summary>Every letter that the selector saw, in order.</summary>
    public string Hashed { get; private set; } = "";

    public long Outstanding(string partition) => Dispatcher.OutstandingOf(Dispatcher.Partitions.IndexOf(partition));

    public int Parked(string partition) => Dispatcher.ParkedIn(Dispatcher.Partitions.IndexOf(partition));

    public Letters Subscribe(params string[] partitions)
    {
        foreach (var partition in partitions)
        {
            Assert.True(TrySubscribe(partition).IsGranted);
        }

        return this;
    }

    public Admission TrySubscribe(string? partition)
    {
        var subscription = new Subscription(new(++_lastId), new() { Partition = partition });
        var admission = Dispatcher.Subscribe(subscription);
        if (admission.IsGranted)
        {
            _subscriptions[partition ?? ""] = subscription;
        }

        return admission;
    }

    public string Request(string partition, int demand) => Text(Dispatcher.Request(_subscriptions[partition], demand));

    public string Cancel(string partition) => Text(Dispatcher.Cancel(_subscriptions[partition]));

    public string Dispatch(string letters) => Text(Dispatcher.Dispatch(letters));

    public string Inform(string message) => Text(Dispatcher.Inform(message));

    /// <summary>Asks, as a stage does after every step.</summary>
    public int Ask() => Dispatcher.Ask().Total;

    /// <summary>What is asked for each partition, as <c>one:3 two:1</c>.</summary>
    public string AskByPartition() => Text(Dispatcher.Ask());

    public string Text(DemandIncrement demand)
    {
        var names = demand.Partitions.ToArray().Select(one => $"{Dispatcher.Partitions[one.Partition]}:{one.Count}");
        return string.Join(' ', names);
    }

    private int Select(char letter)
    {
        Hashed += letter;
        return letter switch
        {
            '-' => Placement<char>.NoPartition,
            '?' => 7,
            '!' => throw new FormatException("No letter."),
            <= 'i' => 0,
            <= 'r' => 1,
            <= 'v' => 2,
            _ => 3,
        };
    }

    // Deliveries and released messages in order; a leftover comes last, as +2.
    private static string Text(Dispatch<char> dispatch)
    {
        var text = new List<string>();
        var infos = dispatch.Infos;
        for (var index = 0; index <= dispatch.Deliveries.Length; index++)
        {
            for (; !infos.IsEmpty && infos[0].After == index; infos = infos[1..])
            {
                text.Add($"({infos[0].Message})");
            }

            if (index < dispatch.Deliveries.Length)
            {
                var delivery = dispatch.Deliveries[index];
                text.Add($"{delivery.To.Options.Partition}:{new string(delivery.Events)}");
            }
        }

        return string.Join(' ', dispatch.Leftover > 0 ? [.. text, $"+{dispatch.Leftover}"] : text);
    }
}
