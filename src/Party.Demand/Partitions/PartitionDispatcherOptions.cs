using Party.Demand.Dispatching;
using Party.Demand.Watching;

namespace Party.Demand.Partitions;

/// <summary>How a producer shares its events out over partitions.</summary>
public sealed record PartitionDispatcherOptions<TEvent> : DispatcherOptions<TEvent>
{
    /// <summary>How many events a partition parks where nothing else is said.</summary>
    public const int DefaultParkLimit = 1000;

    /// <summary>A park limit that is never reached.</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>The partitions. HOCON: <c>partitions</c>.</summary>
    public required PartitionNames Partitions
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Chooses each event's partition.</summary>
    /// <value>
    /// <see cref="PartitionSelector.ByHash{TEvent}"/> by default, for numbered partitions; a single one needs no
    /// selector.
    /// </value>
    public PartitionSelector<TEvent>? Selector { get; init; }

    /// <summary>How many consumers a partition may have, and which of them gets an event.</summary>
    /// <value><see cref="PartitionConsumers.Exclusive"/> by default. HOCON: <c>consumers</c>.</value>
    public PartitionConsumers Consumers
    {
        get;
        init => field = Choice.Known(
            value, "consumers", "exclusive, exclusive-with-standbys, shared or shared-by-key", "consumers");
    }

    /// <summary>
    /// What an event is about, where <see cref="PartitionConsumers.SharedByKey"/> is chosen; it may be given elsewhere.
    /// </summary>
    /// <value>None by default; <see cref="EventKey.By{TEvent, TKey}"/> makes one.</value>
    public EventKey<TEvent>? Key { get; init; }

    /// <summary>
    /// The classes by which the events of a partition are served that wait; not together with
    /// <see cref="PartitionConsumers.SharedByKey"/>.
    /// </summary>
    /// <value>None by default: they are served in the order they came.</value>
    public EventPriorities<TEvent>? Priorities { get; init; }

    /// <summary>Whose backlog counts against whose demand.</summary>
    /// <value><see cref="DemandScope.PerPartition"/> by default. HOCON: <c>demand</c>.</value>
    public DemandScope Demand
    {
        get;
        init => field = Choice.Known(value, "demand", "per-partition or pooled", "demand");
    }

    /// <summary>The most events that wait for one partition's demand.</summary>
    /// <value>1000 by default, at least 1; <see cref="Unbounded"/> for no bound. HOCON: <c>park-limit</c>.</value>
    public int ParkLimit
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected park-limit of at least 1, got {value}. The default is {DefaultParkLimit}.");
    } = DefaultParkLimit;

    /// <summary>
    /// An event is parked only while the events parked in its partition have fewer bytes than this; so they never have
    /// more than these and one event. The park limit holds too.
    /// </summary>
    /// <value>None by default, at least 1. HOCON: <c>park-bytes</c>.</value>
    public long? ParkBytes
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected park-bytes of at least 1, got {value}. Leave it out for no bound.");
    }

    /// <summary>How many bytes an event counts for, at least 0; asked where there are park-bytes.</summary>
    /// <value>None by default; then the length in UTF-8 of a string, and the length of a byte[].</value>
    public Func<TEvent, long>? Size { get; init; }

    /// <summary>What happens when a partition has no room left.</summary>
    /// <value><see cref="ParkPolicy.Backpressure"/> by default. HOCON: <c>park-policy</c>.</value>
    public ParkPolicy ParkPolicy
    {
        get;
        init => field = Choice.Known(
            value, "park-policy", "backpressure, drop-oldest, drop-newest or fail", "park-policy");
    }

    /// <summary>What happens to the events of a partition without a consumer.</summary>
    /// <value><see cref="WithoutConsumer.Park"/> by default. HOCON: <c>without-consumer</c>.</value>
    public WithoutConsumer WithoutConsumer
    {
        get;
        init => field = Choice.Known(
            value, "without-consumer", "park, discard or default-partition", "without-consumer");
    }

    /// <summary>Where <see cref="WithoutConsumer.DefaultPartition"/> sends events; the name of a partition.</summary>
    /// <value>None by default. HOCON: <c>default-partition</c>.</value>
    public string? DefaultPartition { get; init; }

    /// <summary>
    /// The producer makes events for the very partitions it is asked for, and is asked for each of them.
    /// </summary>
    /// <value>False by default: the producer makes events in an order of its own. The producer declares it.</value>
    public bool IsAddressed { get; init; }

    internal override IKeyCounter<TEvent>? CountKeys() => Key?.NewCounter();

    /// <inheritdoc/>
    public override IDispatcher<TEvent> Build() => new PartitionDispatcher<TEvent>(this);

    // Whether the events that wait may be served in another order than they came, or are measured.
    internal bool IsSorted =>
        Consumers == PartitionConsumers.SharedByKey || Priorities is not null || ParkBytes is not null;

    internal Func<TEvent, long>? SizeInForce() => ParkBytes is null ? null : Size ?? EventSize.For<TEvent>();

    internal PartitionSelector<TEvent> SelectorInForce() => Selector ?? SelectorFor(Partitions);

    /// <summary>The selector for partitions where no other is given.</summary>
    /// <exception cref="ArgumentException">There is none for such events, or for partitions with names.</exception>
    internal static PartitionSelector<TEvent> SelectorFor(PartitionNames partitions) => partitions.Count == 1
        ? PartitionSelector.ByIndex<TEvent>(static _ => 0)
        : PartitionSelector.ByHash<TEvent>(partitions);

    /// <summary>The index of the default partition, or −1.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    internal int Check()
    {
        if (IsAddressed && Demand == DemandScope.Pooled)
        {
            throw new ArgumentException(
                "Expected demand per-partition for a producer that addresses partitions, got pooled. "
                + "A pool does not know whose demand it holds. Set demand to per-partition.");
        }

        CheckSorting();
        if (Selector?.Refuse(Partitions) is { } refusal)
        {
            throw new ArgumentException(refusal);
        }

        var index = DefaultPartition is null ? -1 : Partitions.IndexOf(DefaultPartition);
        if (index < 0 && (DefaultPartition is not null || WithoutConsumer == WithoutConsumer.DefaultPartition))
        {
            throw new ArgumentException(
                $"Expected default-partition to be one of {Partitions}, got {DefaultPartition ?? "none"}. "
                + "Name one of them, or set without-consumer to park or discard.");
        }

        return index;
    }

    private void CheckSorting()
    {
        if (Consumers == PartitionConsumers.SharedByKey && Key is null)
        {
            throw new ArgumentException(
                "Expected a key where partitions are shared by key, got none. Give the dispatcher a key, or set "
                + "consumers to shared.");
        }

        if (Consumers == PartitionConsumers.SharedByKey && Priorities is not null)
        {
            throw new ArgumentException(
                "Expected partitions that are shared by key to have no priorities, got both. The events of a key are "
                + "handled in order. Leave out the priorities, or set consumers to another value.");
        }

        if (ParkBytes is not null && SizeInForce() is null)
        {
            throw new ArgumentException(
                $"Expected the size of events of type {typeof(TEvent)} where there are park-bytes, got none. Only that of "
                + "string and byte[] is known. Give the dispatcher a size, or leave out park-bytes.");
        }
    }
}
