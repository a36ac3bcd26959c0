using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Party.Hocon.Reading;

namespace Party.Hocon;

/// <summary>A place in the settings, whether or not there is a value, that can be read as what it should be.</summary>
/// <remarks>What can't be read is reported by the <see cref="HoconReader"/>; the answer then is of no use.</remarks>
public sealed class HoconSetting
{
    private readonly HoconNode? _node;
    private readonly HoconPosition _position;
    private readonly Findings _findings;
    private readonly Usage _usage;

    // The value is missing, and an error that is known already says why.
    private readonly bool _isExplained;

    internal HoconSetting(HoconObjectNode root, Findings findings)
    {
        _node = root;
        _position = root.Position;
        _findings = findings;
        _usage = new();
        Key = "";
        Path = "";
    }

    private HoconSetting(HoconSetting parent, HoconNode? node, string key, string path)
    {
        _node = node;
        _position = node?.Position ?? parent._position;
        _findings = parent._findings;
        _usage = parent._usage.Of(key);
        _isExplained = node is null
            && (parent._isExplained || _findings.Explain(path) || _findings.Explain(parent.Path));
        Key = key;
        Path = path;
    }

    /// <summary>The last key of the path; <c>[2]</c> for an element of an array.</summary>
    public string Key { get; }

    /// <summary>The path from the root of the document.</summary>
    public string Path { get; }

    /// <summary>Whether there is a value; null is none.</summary>
    public bool Exists => _node is not (null or HoconScalarNode { IsNull: true });

    /// <summary>The value as it was written, for what has no reader here.</summary>
    public HoconNode? Node => _node;

    // Null for anything that is no text.
    private string? Written => _node is HoconScalarNode { IsNull: false } scalar ? scalar.Text.Trim() : null;

    /// <summary>The setting at a path below. What its object holds besides is unknown unless it is asked for.</summary>
    public HoconSetting this[string path]
        => HoconPath.Split(path).Aggregate(this, (setting, key) => setting.Member(key));

    /// <summary>Reads text, as it was written; a number is text too.</summary>
    public string ReadText() => _node is HoconScalarNode { IsNull: false } scalar ? scalar.Text : Refuse("text", "");

    /// <summary>Reads true, on, yes, false, off or no.</summary>
    public bool ReadBool()
        => ReadChoice(("true", true), ("false", false), ("on", true), ("off", false), ("yes", true), ("no", false));

    /// <summary>Reads a whole number.</summary>
    /// <param name="min">The least that is accepted.</param>
    /// <param name="max">The most that is accepted.</param>
    public int ReadInt(int min = int.MinValue, int max = int.MaxValue)
        => Number("a whole number", NumberStyles.AllowLeadingSign, min, max);

    /// <inheritdoc cref="ReadInt"/>
    public long ReadLong(long min = long.MinValue, long max = long.MaxValue)
        => Number("a whole number", NumberStyles.AllowLeadingSign, min, max);

    /// <summary>Reads a number; it may have a fraction and an exponent, but has to be finite.</summary>
    /// <param name="min">The least that is accepted.</param>
    /// <param name="max">The most that is accepted.</param>
    public double ReadDouble(double min = double.MinValue, double max = double.MaxValue)
        => Number("a number", NumberStyles.Float, min, max);

    /// <summary>Reads a duration such as <c>1.5 s</c>; see <see cref="HoconUnits.ParseDuration"/>.</summary>
    /// <param name="min">The shortest that is accepted, by default zero.</param>
    /// <param name="max">The longest that is accepted, by default any.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is, as <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    public TimeSpan ReadDuration(TimeSpan? min = null, TimeSpan? max = null, bool allowInfinite = false)
    {
        var least = min ?? TimeSpan.Zero;
        var most = max ?? TimeSpan.MaxValue;
        var bounds = Bounds.Describe(least, most, TimeSpan.Zero, TimeSpan.MaxValue);
        var duration = Parse(HoconUnits.ParseDuration);
        if (duration == Timeout.InfiniteTimeSpan && allowInfinite)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return duration is { } read && read >= least && read <= most
            ? read
            : Refuse($"a duration{bounds}{(allowInfinite ? " or infinite" : "")}", TimeSpan.Zero);
    }

    /// <summary>Reads a size in bytes such as <c>4 MiB</c>; see <see cref="HoconUnits.ParseSize"/>.</summary>
    /// <param name="min">The least that is accepted.</param>
    /// <param name="max">The most that is accepted.</param>
    public long ReadSize(long min = 0, long max = long.MaxValue)
        => Parse(HoconUnits.ParseSize) is { } size && size >= min && size <= max
            ? size
            : Refuse($"a size in bytes{Bounds.Describe(min, max, 0, long.MaxValue)}", 0L);

    /// <summary>Reads one of some words.</summary>
    public T ReadChoice<T>(params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (word == Written)
            {
                return value;
            }

            words.Add(word);
        }

        return Refuse($"one of {string.Join(", ", words)}", default(T), Spelling.Suggest(Written ?? "", words));
    }

    /// <summary>Reads a value of an enum, written in small letters with hyphens: <c>per-partition</c>.</summary>
    public T ReadChoice<T>()
        where T : struct, Enum
        => ReadChoice([.. Enum.GetValues<T>().Select(value => (Spelling.Hyphenate(value.ToString()), value))]);

    /// <summary>Reads the elements of an array, each by the given reader.</summary>
    /// <param name="read">Reads one element; it is a setting like any other.</param>
    /// <param name="min">The fewest elements that are accepted.</param>
    /// <param name="max">The most elements that are accepted.</param>
    public ImmutableArray<T> ReadList<T>(Func<HoconSetting, T> read, int min = 0, int max = int.MaxValue)
    {
        if (_node is not HoconArrayNode array || array.Items.Length < min || array.Items.Length > max)
        {
            var bounds = Bounds.Describe(min, max, 0, int.MaxValue);
            return Refuse($"an array{(bounds == "" ? "" : " with a length")}{bounds}", ImmutableArray<T>.Empty);
        }

        return [.. array.Items.Select((item, index) => read(Element(item, Usage.Index(index))))];
    }

    /// <summary>Reads an object whose keys are names: all its members, in order.</summary>
    public ImmutableArray<HoconSetting> ReadMembers()
        => _node is HoconObjectNode members
            ? [.. members.Members.Keys.Select(Member)]
            : Refuse("an object", ImmutableArray<HoconSetting>.Empty);

    /// <summary>Reports what only the caller can know; it has to begin with what was expected.</summary>
    public void Report(string message)
    {
        if (!_isExplained)
        {
            _findings.Add(_position, Path, message);
        }
    }

    internal IEnumerable<UnknownKey> FindUnknown() => _usage.FindUnknown(_node, Path);

    private HoconSetting Element(HoconNode item, string index) => new(this, item, index, Path + index);

    private HoconSetting Member(string key)
    {
        if (_node is not (HoconObjectNode or null))
        {
            Refuse("an object", 0);
        }

        return new(this, (_node as HoconObjectNode)?.Members.GetValueOrDefault(key), key, HoconPath.Append(Path, key));
    }

    private T Number<T>(string what, NumberStyles style, T min, T max)
        where T : struct, INumber<T>, IMinMaxValue<T>
        => T.TryParse(Written, style, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : Refuse($"{what}{Bounds.Describe(min, max, T.MinValue, T.MaxValue)}", T.Zero);

    private T? Parse<T>(Func<string, T> parse)
        where T : struct
    {
        try
        {
            return Written is { } text ? parse(text) : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    private T Refuse<T>(string expected, T useless, string hint = "")
    {
        var got = _node?.Describe() ?? "nothing";
        var via = _node?.Reference is { } reference ? $" from ${{{reference}}}" : "";
        Report($"Expected {expected}, got {got}{via}. {hint}".TrimEnd());
        return useless;
    }
}
