using System.Collections.Immutable;
using Party.Demand.Buffering;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Demo.Settings;

/// <summary>Reads <see cref="PartySettings"/>, and finds everything that is wrong with them in one go.</summary>
internal static class PartySettingsReader
{
    private const string Reference = "party.reference.conf";

    /// <summary>Reads a file.</summary>
    /// <exception cref="HoconException">
    /// The text or the settings are not what they should be; it says all of it.
    /// </exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static PartySettings ReadFile(string path) => Read(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a text.</summary>
    /// <param name="text">HOCON.</param>
    /// <param name="source">How it is called in messages.</param>
    /// <exception cref="HoconException">
    /// The text or the settings are not what they should be; it says all of it.
    /// </exception>
    public static PartySettings Read(string text, string source)
    {
        var defaults = HoconDocument.OfResource(typeof(PartySettingsReader).Assembly, Reference);
        var tree = HoconDocument.Parse(text, source).WithFallback(defaults).Resolve();
        var reader = new HoconReader(tree, "party");
        var settings = Read(reader);
        reader.ThrowIfErrors();
        return settings;
    }

    private static PartySettings Read(HoconReader reader)
    {
        var partitions = ReadPartitions(reader["partitions"]);
        var maxDemand = reader["consumers.max-demand"].ReadInt(min: 1);

        return new()
        {
            Partitions = partitions,
            DefaultPartition = ReadDefault(reader["dispatcher.default-partition"], partitions),
            Demand = reader["dispatcher.demand"].ReadChoice<DemandScope>(),
            ParkLimit = reader["dispatcher.park-limit"].ReadInt(min: 1),
            ParkPolicy = reader["dispatcher.park-policy"].ReadChoice<ParkPolicy>(),
            WithoutConsumer = reader["dispatcher.without-consumer"].ReadChoice<WithoutConsumer>(),
            Buffer = new()
            {
                Size = Math.Max(1, reader["buffer.size"].ReadInt(min: 1)),
                Keep = reader["buffer.keep"].ReadChoice<BufferKeep>(),
            },
            MaxDemand = maxDemand,
            MinDemand = ReadMinDemand(reader["consumers.min-demand"], maxDemand),
            Delivery = reader["consumers.delivery"].ReadChoice<DeliveryMode>(),
            ConsumerRestarts = ReadRestarts(reader, "consumers"),
            ProducerRestarts = ReadRestarts(reader, "producer"),
            DrainDeadline = reader["drain-deadline"].ReadDuration(
                min: TimeSpan.FromMilliseconds(100), max: TimeSpan.FromDays(49)),
        };
    }

    private static ImmutableArray<PartitionSettings> ReadPartitions(HoconSetting setting)
    {
        var names = new HashSet<string>();
        var letters = new List<(string Name, LetterRange Range)>();
        var partitions = setting.ReadList(one => ReadPartition(one, names, letters), min: 1);
        if (partitions.Length > 0 && !partitions.Any(partition => partition.HasConsumer))
        {
            setting.Report("Expected at least one partition with a consumer, got none. Leave consumer = off away from one of them.");
        }

        return partitions;
    }

    private static PartitionSettings ReadPartition(
        HoconSetting setting, HashSet<string> names, List<(string Name, LetterRange Range)> letters)
    {
        var name = setting["name"].ReadText();
        if (name.Length > 0 && !names.Add(name))
        {
            setting["name"].Report($"Expected partitions with different names, got \"{name}\" twice.");
        }

        var ranges = ReadLetters(setting["letters"]);
        foreach (var range in ranges)
        {
            if (letters.Find(other => other.Range.Overlaps(range)) is { Name: { } owner, Range: var taken })
            {
                setting["letters"].Report($"Expected letters that nobody else owns, got {range}, of which {owner} owns {taken}.");
            }

            letters.Add((name, range));
        }

        return new(name, ranges, !setting["consumer"].Exists || setting["consumer"].ReadBool());
    }

    private static ImmutableArray<LetterRange> ReadLetters(HoconSetting setting)
    {
        var text = setting.ReadText();
        if (LetterRange.Parse(text) is { } ranges)
        {
            return ranges;
        }

        if (setting.Exists)
        {
            setting.Report($"Expected letters such as \"a-i\" or \"a-c, x\", got \"{text}\".");
        }

        return [];
    }

    private static string? ReadDefault(HoconSetting setting, ImmutableArray<PartitionSettings> partitions)
    {
        var name = setting.ReadText();
        var names = partitions.Select(partition => partition.Name).ToArray();
        if (name != "none" && !names.Contains(name))
        {
            setting.Report($"Expected none or one of {string.Join(", ", names)}, got \"{name}\".");
        }

        return name == "none" ? null : name;
    }

    private static int? ReadMinDemand(HoconSetting setting, int maxDemand) =>
        setting.Node is HoconScalarNode { Text: "half" }
            ? null
            : setting.ReadInt(min: 0, max: Math.Max(0, maxDemand - 1));

    private static RestartLimits ReadRestarts(HoconReader reader, string who)
    {
        var restarts = reader[$"{who}.max-restarts"];
        var most = restarts.Node is HoconScalarNode { Text: "infinite" } ? -1 : restarts.ReadInt(min: 0);
        return new(most, reader[$"{who}.within"].ReadDuration(min: TimeSpan.FromMilliseconds(1)));
    }
}
