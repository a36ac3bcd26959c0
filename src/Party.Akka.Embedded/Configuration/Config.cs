using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Akka.Configuration.Hocon;
using Party.Hocon;

namespace Akka.Configuration;

/// <summary>Settings by path, with the settings of a fallback under them.</summary>
/// <remarks>Immutable. A getter answers its default where there is no value; what it can't read throws.</remarks>
public class Config
{
    /// <summary>A configuration without members.</summary>
    public static readonly Config Empty = ConfigurationFactory.Empty;

    private readonly HoconNode? _own;
    private readonly Lazy<HoconNode?> _merged;
    private readonly ImmutableArray<HoconError> _damage;

    /// <summary>A configuration without anything, not even a root.</summary>
    public Config()
        : this((HoconNode?)null, null)
    {
    }

    /// <summary>What a parser returned.</summary>
    public Config(HoconRoot root)
        : this(root.Value.Node, null, root.Document.Damage)
    {
    }

    internal Config(HoconValue root)
        : this(root.Node, null)
    {
    }

    /// <summary>A configuration over another, which answers for what the first lacks.</summary>
    public Config(Config source, Config? fallback)
        : this(source._own, fallback, source._damage)
    {
    }

    private Config(HoconNode? own, Config? fallback, ImmutableArray<HoconError> damage = default)
    {
        _own = own;
        _damage = damage.IsDefault ? [] : damage;
        Fallback = fallback;
        _merged = new(Merge);
    }

    /// <summary>The configuration under this one, null for none.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there are no members, in the fallbacks neither.</summary>
    public virtual bool IsEmpty => Root.IsEmpty;

    /// <summary>The value at the empty path, merged with the fallbacks.</summary>
    public virtual HoconValue Root => _merged.Value is { } node ? new(node) : new();

    /// <summary>What is wrong with the texts, those of the fallbacks too, though they could be read.</summary>
    internal ImmutableArray<HoconError> Damage => [.. _damage, .. Fallback?.Damage ?? []];

    /// <summary>The value at a path, null where there is none.</summary>
    public HoconValue? GetValue(string path) => Find(path) is { } node ? new(node) : null;

    /// <summary>Whether there is a value at a path; null is one.</summary>
    public virtual bool HasPath(string path) => Find(path) is not null;

    /// <summary>The settings below a path as a configuration; null where there is nothing.</summary>
    public virtual Config? GetConfig(string path)
    {
        var fallback = Fallback?.GetConfig(path);
        return Find(path) is { } node ? new(node, fallback) : fallback;
    }

    /// <summary>The text at a path, null for null and for anything that is no text.</summary>
    [return: NotNullIfNotNull(nameof(@default))]
    public virtual string? GetString(string path, string? @default = null)
        => Read(path, value => value.GetString(), @default);

    /// <summary>The boolean at a path, written as true, on, yes, false, off or no.</summary>
    public virtual bool GetBoolean(string path, bool @default = false)
        => Read(path, value => value.GetBoolean(), @default);

    /// <summary>The whole number at a path.</summary>
    public virtual int GetInt(string path, int @default = 0) => Read(path, value => value.GetInt(), @default);

    /// <inheritdoc cref="GetInt"/>
    public virtual long GetLong(string path, long @default = 0) => Read(path, value => value.GetLong(), @default);

    /// <summary>The number at a path.</summary>
    public virtual double GetDouble(string path, double @default = 0)
        => Read(path, value => value.GetDouble(), @default);

    /// <inheritdoc cref="GetDouble"/>
    public virtual float GetFloat(string path, float @default = 0) => Read(path, value => value.GetFloat(), @default);

    /// <inheritdoc cref="GetDouble"/>
    public virtual decimal GetDecimal(string path, decimal @default = 0)
        => Read(path, value => value.GetDecimal(), @default);

    /// <summary>The size in bytes at a path, null where there is none.</summary>
    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <summary>The size in bytes at a path.</summary>
    public virtual long? GetByteSize(string path, long? def = null) => Read(path, value => value.GetByteSize(), def);

    /// <summary>The duration at a path, in milliseconds if no unit is written.</summary>
    /// <param name="path">Keys joined by dots.</param>
    /// <param name="default">By default zero.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as -1 ms.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true)
        => Read(path, value => value.GetTimeSpan(allowInfinite), @default.GetValueOrDefault());

    /// <summary>The elements of an array as text; none where there is no array.</summary>
    public virtual IList<string> GetStringList(string path) => GetStringList(path, []);

    /// <summary>The elements of an array as text.</summary>
    /// <param name="path">Keys joined by dots.</param>
    /// <param name="defaultPaths">The answer where there is no value; despite its name, these are no paths.</param>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths)
        => Read(path, value => value.GetStringList(), defaultPaths);

    /// <summary>The elements of an array as booleans; none where there is no array.</summary>
    public virtual IList<bool> GetBooleanList(string path) => Read(path, value => value.GetBooleanList(), []);

    /// <summary>The elements of an array as whole numbers; none where there is no array.</summary>
    public virtual IList<int> GetIntList(string path) => Read(path, value => value.GetIntList(), []);

    /// <inheritdoc cref="GetIntList"/>
    public virtual IList<long> GetLongList(string path) => Read(path, value => value.GetLongList(), []);

    /// <inheritdoc cref="GetIntList"/>
    public virtual IList<byte> GetByteList(string path) => Read(path, value => value.GetByteList(), []);

    /// <summary>The elements of an array as numbers; none where there is no array.</summary>
    public virtual IList<double> GetDoubleList(string path) => Read(path, value => value.GetDoubleList(), []);

    /// <inheritdoc cref="GetDoubleList"/>
    public virtual IList<float> GetFloatList(string path) => Read(path, value => value.GetFloatList(), []);

    /// <inheritdoc cref="GetDoubleList"/>
    public virtual IList<decimal> GetDecimalList(string path) => Read(path, value => value.GetDecimalList(), []);

    /// <summary>The merged members; those of the last fallback first, what only the sources have last.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable()
        => Root.GetObject() is { } members ? members.Items : [];

    /// <summary>Puts a configuration under this one and its fallbacks.</summary>
    /// <returns>This configuration where the fallback adds nothing, the fallback where this one is empty.</returns>
    /// <exception cref="ArgumentException">The fallback is this configuration itself.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this))
        {
            throw new ArgumentException("Expected another configuration as fallback, got itself.", nameof(fallback));
        }

        if (fallback.IsNullOrEmpty() || ReferenceEquals(fallback, Fallback))
        {
            return this;
        }

        return IsEmpty ? fallback : new(this, Fallback is null ? fallback : Fallback.WithFallback(fallback));
    }

    /// <summary>The settings of this configuration as text, those of its fallbacks left out.</summary>
    public override string ToString() => ToString(includeFallback: false);

    /// <summary>The settings as text.</summary>
    /// <param name="includeFallback">Whether the settings of the fallbacks are merged in.</param>
    public string ToString(bool includeFallback)
    {
        var node = includeFallback ? _merged.Value : _own;
        return node is null ? "" : new HoconValue(node).ToString();
    }

    /// <summary>Parses a text and puts it under a configuration.</summary>
    public static Config operator +(Config config, string fallback)
        => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    /// <summary>Parses a text and puts a configuration under it.</summary>
    public static Config operator +(string configHocon, Config fallbackConfig)
        => ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>Parses a text.</summary>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    private T Read<T>(string path, Func<HoconValue, T> read, T @default)
        => Find(path) is { } node ? read(new(node)) : @default;

    private HoconNode? Find(string path) => (_merged.Value as HoconObjectNode)?.Find(path);

    private HoconNode? Merge()
        => (_own, Fallback?._merged.Value) switch
        {
            (HoconObjectNode own, HoconObjectNode other) => own.WithFallback(other),
            (var own, var other) => own ?? other,
        };
}
