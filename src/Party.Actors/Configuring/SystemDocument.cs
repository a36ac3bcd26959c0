using Akka.Configuration;
using Akka.Configuration.Hocon;
using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>The configuration of an actor system as a document of Party's own: settings are read from those.</summary>
/// <remarks>Akka's values say nothing of where they were written: positions name the system alone.</remarks>
internal static class SystemDocument
{
    /// <summary>All of a configuration, what it falls back on included.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="system">The system's name.</param>
    public static HoconDocument Of(Config config, string system)
    {
        var position = HoconPosition.In($"actor system {system}");
        return config.IsEmpty || Node(config.Root, position) is not HoconObjectNode root
            ? HoconDocument.Empty
            : HoconDocument.Of(root);
    }

    // Null for what is no value: an element of an empty array is one of those, and the array says that it is none.
    private static HoconNode? Node(HoconValue value, HoconPosition position)
    {
        if (value.GetObject() is { } members)
        {
            return HoconObjectNode.Of(
                from member in members.Items
                let node = Node(member.Value, position)
                where node is not null
                select KeyValuePair.Create(member.Key, node),
                position);
        }

        return value switch
        {
            _ when value.IsString() => HoconScalarNode.Of(value.GetString(), position),
            _ when value.Values.Count > 0 => HoconArrayNode.Of(
                value.GetArray().Select(item => Node(item, position)).OfType<HoconNode>(), position),
            _ => null,
        };
    }
}
