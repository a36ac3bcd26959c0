using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Reads <see cref="ProducerOptions{TEvent}"/>.</summary>
internal static class ProducerSection
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads all settings.</summary>
    /// <returns>Makes the options; to be called once the reader has found nothing wrong.</returns>
    public static Func<ProducerOptions<TEvent>> Read<TEvent>(HoconReader reader, PartitionFunctions<TEvent> functions)
    {
        var size = reader["buffer-size"].ReadSizeOfBuffer();
        var keep = reader["buffer-keep"].ReadChoice<BufferKeep>();
        var mode = reader["demand"].ReadChoice<DemandMode>();
        var fold = reader["fold-requests"].ReadBool();
        var interval = reader["snapshot-interval"].ReadDuration(Shortest, Longest);
        var dispatcher = ReadDispatcher(reader, functions);

        return () => new()
        {
            Buffer = size is null && keep == BufferKeep.Last
                ? null
                : new() { Size = size ?? EventBufferOptions.DefaultSize, Keep = keep },
            DemandMode = mode,
            FoldRequests = fold,
            SnapshotInterval = interval,
            Dispatcher = dispatcher(),
        };
    }

    // All are read, whichever is meant: a setting for another kind is no mistake, since every section has it.
    private static Func<DispatcherOptions<TEvent>> ReadDispatcher<TEvent>(
        HoconReader reader, PartitionFunctions<TEvent> functions)
    {
        var max = reader["dispatcher.max-demand"].ReadIntOr("first", min: 1);
        var seed = reader["dispatcher.shuffle-seed"].ReadIntOr("none");
        var partitions = ReadPartitions(reader["dispatcher.partitions"]);
        var consumers = reader["dispatcher.consumers"].ReadChoice<PartitionConsumers>();
        var scope = reader["dispatcher.demand"].ReadChoice<DemandScope>();
        var limit = reader["dispatcher.park-limit"].ReadIntOr("infinite", min: 1);
        var bytes = reader["dispatcher.park-bytes"].ReadSizeOr("infinite", min: 1);
        var policy = reader["dispatcher.park-policy"].ReadChoice<ParkPolicy>();
        var without = reader["dispatcher.without-consumer"].ReadChoice<WithoutConsumer>();
        var fallback = reader["dispatcher.default-partition"].ReadTextOrNone();

        return reader["dispatcher.type"].ReadChoice(("demand", 0), ("broadcast", 1), ("partition", 2)) switch
        {
            0 => () => new DemandDispatcherOptions<TEvent> { MaxDemand = max, ShuffleSeed = seed },
            1 => () => new BroadcastDispatcherOptions<TEvent>(),
            _ => () => new PartitionDispatcherOptions<TEvent>
            {
                Partitions = partitions,
                Selector = functions.Selector,
                Key = functions.Key,
                Priorities = functions.Priorities,
                Size = functions.Size,
                Consumers = consumers,
                Demand = scope,
                ParkLimit = limit ?? PartitionDispatcherOptions<TEvent>.Unbounded,
                ParkBytes = bytes,
                ParkPolicy = policy,
                WithoutConsumer = without,
                DefaultPartition = fallback,
            },
        };
    }

    private static int? ReadSizeOfBuffer(this HoconSetting setting) => setting.Says("infinite")
        ? EventBufferOptions.Infinite
        : setting.ReadIntOr("default", min: 1);

    private static PartitionNames ReadPartitions(HoconSetting setting)
    {
        if (setting.Node is not HoconArrayNode)
        {
            return PartitionNames.Numbered(Math.Max(1, setting.ReadInt(min: 1)));
        }

        var names = setting.ReadList(one => one.ReadText(), min: 1);
        try
        {
            return names.IsEmpty ? PartitionNames.Numbered(1) : PartitionNames.Named(names);
        }
        catch (ArgumentException error)
        {
            setting.Report(error.Message);
            return PartitionNames.Numbered(1);
        }
    }
}
