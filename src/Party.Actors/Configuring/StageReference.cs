using Akka.Configuration;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Every setting of a stage with its default, as it lies in the assembly.</summary>
internal static class StageReference
{
    /// <summary>The name of the resource.</summary>
    public const string Name = "stages.reference.conf";

    /// <summary>What holds the settings of all of Party.</summary>
    public const string Family = "party";

    /// <summary>The defaults of a producer's section.</summary>
    public const string Producer = "party.stages.producer";

    /// <summary>The defaults of a subscription's section.</summary>
    public const string Subscription = "party.stages.subscription";

    /// <summary>The defaults of a stage's section that says what it runs on.</summary>
    public const string Deployment = "party.stages.deployment";

    // Each is checked by the project that owns it.
    private static readonly string[] Sections =
        ["stages.producer", "stages.subscription", "stages.deployment", "hosting"];

    /// <summary>For Party's own reading.</summary>
    public static HoconDocument Document { get; } = HoconDocument.OfResource(typeof(StageReference).Assembly, Name);

    /// <summary>For an actor system's configuration.</summary>
    public static Config Config { get; } = ConfigurationFactory.FromResource(Name, typeof(StageReference).Assembly);

    /// <summary>Says which sections Party knows.</summary>
    public static void LeaveFamily(HoconReader family)
    {
        foreach (var section in Sections)
        {
            _ = family[section];
        }
    }

    /// <summary>Says what a stage's section may hold besides what it runs on.</summary>
    /// <remarks>Settings that are read as something else, and sections in it, such as those of subscriptions.</remarks>
    public static void LeaveOthers(HoconReader reader, HoconTree tree, string path)
    {
        string[] kinds = [Producer, Subscription];
        var known = kinds.SelectMany(kind => Members(tree, kind)).Select(member => member.Key).ToHashSet();
        foreach (var (key, member) in Members(tree, path))
        {
            if (member is HoconObjectNode || known.Contains(key))
            {
                _ = reader[HoconPath.Append("", key)];
            }
        }
    }

    private static IReadOnlyDictionary<string, HoconNode> Members(HoconTree tree, string path) =>
        (tree.Root.Find(path) as HoconObjectNode)?.Members ?? new Dictionary<string, HoconNode>();
}
