using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>The members of a value that is an object.</summary>
public class HoconObject : IHoconElement
{
    internal HoconObject(HoconObjectNode node)
        => Items = node.Members.ToDictionary(member => member.Key, member => new HoconValue(member.Value));

    /// <summary>The members by key, in the order of the text; after a merge those of the fallback come first.</summary>
    public Dictionary<string, HoconValue> Items { get; }

    /// <summary>The members as dictionaries for objects, lists for arrays, strings for anything else.</summary>
    public IDictionary<string, object?> Unwrapped => Items.ToDictionary(item => item.Key, item => Unwrap(item.Value));

    /// <summary>The member of a key; the key is not a path.</summary>
    /// <returns>Null where there is no such member.</returns>
    public HoconValue? GetKey(string key) => Items.GetValueOrDefault(key);

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string? GetString() => null;

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => [];

    /// <inheritdoc/>
    public override string ToString() => ToString(0);

    /// <summary>The members as text, two spaces for every level, lines ending with CR LF.</summary>
    public string ToString(int indent)
    {
        var margin = new string(' ', indent * 2);
        var lines = Items.Select(item => $"{margin}{HoconValue.Quote(item.Key)} : {item.Value.ToString(indent)}\r\n");
        return string.Concat(lines);
    }

    private static object? Unwrap(HoconValue value)
    {
        if (value.GetObject() is { } members)
        {
            return members.Unwrapped;
        }

        return value.IsArray() ? value.GetArray().Select(Unwrap).ToList() : value.GetString();
    }
}
