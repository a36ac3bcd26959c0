namespace Party.Hocon.Reading;

/// <summary>Which members of an object somebody asked for.</summary>
internal sealed class Usage
{
    private readonly Dictionary<string, Usage> _members = [];

    /// <summary>The keys that were asked for, whether or not they are there.</summary>
    public IReadOnlyCollection<string> Keys => _members.Keys;

    /// <summary>Notes that a member was asked for.</summary>
    public Usage Of(string key)
    {
        if (!_members.TryGetValue(key, out var usage))
        {
            _members[key] = usage = new();
        }

        return usage;
    }

    /// <summary>The members that nobody asked for. An object that nobody looked into was taken as a whole.</summary>
    public IEnumerable<UnknownKey> FindUnknown(HoconNode? node, string path)
    {
        if (_members.Count == 0)
        {
            return [];
        }

        return node switch
        {
            HoconObjectNode members => members.Members.SelectMany(member => FindUnknown(
                member.Key, member.Value, HoconPath.Append(path, member.Key))),
            HoconArrayNode array => array.Items.SelectMany((item, index) => Of(Index(index)).FindUnknown(
                item, path + Index(index))),
            _ => [],
        };
    }

    /// <summary>The name of an array element in a path.</summary>
    public static string Index(int index) => $"[{index}]";

    private IEnumerable<UnknownKey> FindUnknown(string key, HoconNode member, string path)
        => _members.TryGetValue(key, out var usage)
            ? usage.FindUnknown(member, path)
            : [new(key, path, member.Position, Keys)];
}
