using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>
/// A ledger of one partition whose events are words: a word's key is its first letter, its class the digit behind it,
/// its size its length. What is sent is written as <c>A:a1,b1 B:c2</c>, and after a word that was sent before, as
/// <c>a1(2)</c>, the attempt.
/// </summary>
internal sealed class Words
{
    private readonly Dictionary<char, Subscription> _consumers = [];
    private readonly List<string> _sent = [];
    private long _lastId;

    public Words(Func<PartitionDispatcherOptions<string>, PartitionDispatcherOptions<string>> change) =>
        Ledger = new(
            change(new()
            {
                Partitions = PartitionNames.Numbered(1),
                Selector = PartitionSelector.ByIndex<string>(
                    static word => word == "nowhere" ? Placement<string>.NoPartition : 0),
            }),
            new());

    public ProducerLedger<string> Ledger { get; }

    public List<SetAside<string>> SetAside { get; } = [];

    public List<object> Released { get; } = [];

    public string? Overflow { get; private set; }

    public ProducerBooks Books => Ledger.Balance();

    public int Parked => Books.Partitions[0].Parked;

    public static Words ByKey(
        Func<PartitionDispatcherOptions<string>, PartitionDispatcherOptions<string>>? change = null) => new(
        options =>
        {
            options = options with
            {
                Consumers = PartitionConsumers.SharedByKey,
                Key = EventKey.By<string, char>(static word => word[0]),
            };
            return change?.Invoke(options) ?? options;
        });

    public static Words ByClass(params int[] weights) => new(options => options with
    {
        Priorities = new(static word => word[1] - '0', weights),
    });

    public static Words ByBytes(long bytes, ParkPolicy policy = ParkPolicy.Backpressure, int limit = 1000) =>
        new(options => options with { ParkBytes = bytes, ParkPolicy = policy, ParkLimit = limit });

    public Subscription this[char consumer] => _consumers[consumer];

    public Words Subscribe(string consumers, DeliveryMode delivery = DeliveryMode.AtLeastOnce)
    {
        foreach (var one in consumers)
        {
            _consumers[one] = new(new(++_lastId), new() { Delivery = delivery });
            Assert.True(Ledger.Subscribe(_consumers[one]).IsGranted);
        }

        return this;
    }

    /// <summary>The producer owes so many events, on behalf of a consumer that has left.</summary>
    public Words Owe(int count)
    {
        Subscribe("?");
        Request('?', count);
        Crash('?');
        return this;
    }

    public string Request(char consumer, int demand) => Carry(Ledger.Request(_consumers[consumer], demand));

    /// <summary>The producer emits words, separated by spaces.</summary>
    public string Emit(string words, Origin? origin = null) => Carry(Ledger.Receive(words.Split(' '), origin));

    public string Confirm(char consumer, long upTo, EventRange? ahead = null)
    {
        Ledger.Confirm(_consumers[consumer], upTo, ahead is { } range ? [range] : null);
        return Carry(default);
    }

    public string Reject(char consumer, long number)
    {
        Assert.True(Ledger.TryReject(_consumers[consumer], number));
        return Carry(default);
    }

    public string Close(char consumer) => Carry(Ledger.Close(_consumers[consumer]));

    public string Crash(char consumer, long handled = 0)
    {
        _consumers.Remove(consumer, out var gone);
        return Carry(Ledger.Cancel(gone!, handled, failed: 0, DiscardCause.ConsumerGone));
    }

    public string Inform(string message) => Carry(Ledger.Inform(message));

    public string Carry(Dispatch<string> dispatch)
    {
        _sent.Clear();
        Note(dispatch);
        while (Ledger.TryServe(out var more))
        {
            Note(more);
        }

        Ledger.Ask();
        Assert.Null(Ledger.CheckAll());
        return string.Join(' ', _sent);
    }

    private void Note(Dispatch<string> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            var to = _consumers.Single(one => one.Value == delivery.To).Key;
            var again = delivery.Attempt > 1 ? $"({delivery.Attempt})" : "";
            _sent.Add($"{to}:{string.Join(',', delivery.Events.Select(word => word + again))}");
        }

        foreach (var info in dispatch.Infos)
        {
            Released.Add(info.Message);
        }

        SetAside.AddRange(dispatch.SetAside);
        Overflow ??= dispatch.Overflow;
    }
}
