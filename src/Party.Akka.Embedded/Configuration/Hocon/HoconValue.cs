using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>A value that is read as whatever the caller takes it for.</summary>
public class HoconValue
{
    /// <summary>A value that is nothing at all, not even null.</summary>
    public HoconValue()
    {
    }

    internal HoconValue(HoconNode node) => Node = node is HoconNothingNode ? null : node;

    /// <summary>Whether this is nothing at all, or an object that was written without members.</summary>
    public bool IsEmpty => Node is null or HoconObjectNode { Members.Count: 0, Reference: null };

    /// <summary>What the value consists of: one element, or none for nothing at all.</summary>
    public List<IHoconElement> Values => Node switch
    {
        HoconObjectNode node => [new HoconObject(node)],
        HoconArrayNode => [new HoconArray(GetArray())],
        HoconScalarNode => [new HoconLiteral { Value = GetString() }],
        _ => [],
    };

    internal HoconNode? Node { get; }

    /// <summary>Whether this is text, a number, a boolean or null.</summary>
    public bool IsString() => Node is HoconScalarNode;

    /// <summary>Whether this is an array with at least one element.</summary>
    public bool IsArray() => GetArray().Count > 0;

    /// <summary>Whether this is an object.</summary>
    public bool IsObject() => Node is HoconObjectNode;

    /// <summary>The members of an object, else null.</summary>
    public HoconObject? GetObject() => Node is HoconObjectNode node ? new(node) : null;

    /// <summary>The elements of an array, else none. <c>[ ]</c> has one, which is nothing.</summary>
    public IList<HoconValue> GetArray() => Node switch
    {
        HoconArrayNode array => [.. array.Items.Select(item => new HoconValue(item))],
        _ => [],
    };

    /// <summary>The text, white space around it cut off; null for null and for what is no text.</summary>
    public string? GetString() => Node is HoconScalarNode { IsNull: false } scalar ? scalar.Text.Trim() : null;

    /// <summary>Reads true, on, yes, false, off, no.</summary>
    /// <exception cref="NotSupportedException">It is something else.</exception>
    public bool GetBoolean() => Scalars.Boolean(GetString());

    /// <summary>Reads a whole number without grouping.</summary>
    public int GetInt() => Scalars.Int(GetString());

    /// <inheritdoc cref="GetInt"/>
    public long GetLong() => Scalars.Long(GetString());

    /// <inheritdoc cref="GetInt"/>
    public byte GetByte() => Scalars.Byte(GetString());

    /// <summary>Reads a number; 1,000 is a thousand.</summary>
    public double GetDouble() => Scalars.Double(GetString());

    /// <inheritdoc cref="GetDouble"/>
    public float GetFloat() => Scalars.Float(GetString());

    /// <inheritdoc cref="GetDouble"/>
    public decimal GetDecimal() => Scalars.Decimal(GetString());

    /// <summary>Reads a number with a unit, ms by default.</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as -1 ms.</param>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => Scalars.Duration(GetString(), allowInfinite);

    /// <summary>Reads a number with a unit, bytes by default; null for an empty text and for what is no text.</summary>
    public long? GetByteSize() => Scalars.Size(GetString());

    /// <summary>The elements as text; null, in spite of the type, for those that are no text.</summary>
    public IList<string> GetStringList() => List(text => text!);

    /// <summary>The elements as booleans.</summary>
    public IList<bool> GetBooleanList() => List(Scalars.Boolean);

    /// <summary>The elements as whole numbers.</summary>
    public IList<int> GetIntList() => List(Scalars.Int);

    /// <inheritdoc cref="GetIntList"/>
    public IList<long> GetLongList() => List(Scalars.Long);

    /// <inheritdoc cref="GetIntList"/>
    public IList<byte> GetByteList() => List(Scalars.Byte);

    /// <summary>The elements as numbers.</summary>
    public IList<double> GetDoubleList() => List(Scalars.Double);

    /// <inheritdoc cref="GetDoubleList"/>
    public IList<float> GetFloatList() => List(Scalars.Float);

    /// <inheritdoc cref="GetDoubleList"/>
    public IList<decimal> GetDecimalList() => List(Scalars.Decimal);

    /// <summary>The value as the root of a configuration.</summary>
    public Config ToConfig() => new(this);

    /// <summary>A configuration with this value as its only member. The key is not a path.</summary>
    public Config AtKey(string key) => Node is null ? new() : new(new HoconValue(HoconObjectNode.Of(key, Node)));

    /// <inheritdoc/>
    public override string ToString() => ToString(0);

    /// <summary>The value as text, members on lines of their own, two spaces for every level.</summary>
    public virtual string ToString(int indent)
    {
        if (GetObject() is { } members)
        {
            var margin = new string(' ', indent * 2);
            return indent == 0 ? members.ToString(1) : $"{{\r\n{members.ToString(indent + 1)}{margin}}}";
        }

        if (IsString())
        {
            return Quote(GetString());
        }

        var items = GetArray().Select(item => item.ToString(indent + 1));
        return IsArray() ? $"[{string.Join(',', items)}]" : "<<unknown value>>";
    }

    internal static string Quote(string? text)
        => text?.AsSpan().ContainsAny(' ', '\t', ':') == true ? $"\"{text}\"" : text ?? "";

    private List<T> List<T>(Func<string?, T> read) => [.. GetArray().Select(item => read(item.GetString()))];
}
