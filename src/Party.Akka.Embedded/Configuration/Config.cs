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

    // What this configuration says itself, and that merged with its fallbacks.
    private readonly HoconNode? _own;
    private readonly HoconNode? _merged;
    private readonly ImmutableArray<HoconError> _damage;

    /// <summary>A configuration without anything, not even a root: it can be asked whether it is empty.</summary>
    public Config()
        : this(null, null, null, [])
    {
    }

    /// <summary>What a parser returned.</summary>
    public Config(HoconRoot root)
        : this(root.Value.Node, root.Value.Node, null, root.Document.Damage)
    {
    }

    internal Config(HoconValue root)
        : this(root.Node, root.Node, null, [])
    {
    }

    /// <summary>A configuration with another under it, not merged in as <see cref="WithFallback"/> does.</summary>
    /// <remarks>Only <see cref="GetConfig"/> and <see cref="AsEnumerable"/> look into the fallback.</remarks>
    /// <exception cref="ArgumentNullException">There is no source.</exception>
    public Config(Config source, Config? fallback)
        : this(Present(source)._own, source._merged, fallback, source._damage)
    {
    }

    private Config(HoconNode? own, HoconNode? merged, Config? fallback, ImmutableArray<HoconError> damage)
    {
        _own = own;
        _merged = merged;
        _damage = damage;
        Fallback = fallback;
    }

    /// <summary>The configuration under this one, null for none.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there are no members, in the fallbacks neither.</summary>
    public virtual bool IsEmpty => Root.IsEmpty;

    /// <summary>The value at the empty path, merged with the fallbacks.</summary>
    public virtual HoconValue Root => _merged is { } node ? new(node) : new();

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
        return Find(path) is { } node ? new Config(new HoconValue(node)).WithFallback(fallback) : fallback;
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
    {
        var known = new HashSet<string>();
        for (var config = this; config is not null; config = config.Fallback)
        {
            foreach (var member in config.Root.GetObject()?.Items ?? [])
            {
                if (known.Add(member.Key))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>Puts a configuration under this one and its fallbacks.</summary>
    /// <returns>This configuration where it has all of the fallback, the fallback where this one is empty.</returns>
    /// <exception cref="ArgumentException">The fallback is this configuration itself.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this))
        {
            throw new ArgumentException("Expected another configuration as fallback, got itself.", nameof(fallback));
        }

        if (fallback is null || (!IsEmpty && Containment.Has(this, fallback)))
        {
            return this;
        }

        return IsEmpty ? fallback : Above(fallback, Merge(_merged, fallback._merged));
    }

    /// <summary>The settings of this configuration as text, those of its fallbacks left out.</summary>
    public override string ToString() => ToString(includeFallback: false);

    /// <summary>The settings as text.</summary>
    /// <param name="includeFallback">Whether the settings of the fallbacks are merged in.</param>
    public string ToString(bool includeFallback)
    {
        var node = includeFallback ? _merged : _own;
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

    private static Config Present(Config? source)
        => source ?? throw new ArgumentNullException(nameof(source), "Expected a configuration, got null.");

    private static HoconNode? Merge(HoconNode? own, HoconNode? other) => (own, other) switch
    {
        (HoconObjectNode ours, HoconObjectNode theirs) => ours.WithFallback(theirs),
        _ => own ?? other,
    };

    // The fallbacks of a configuration stay as they are, and get the new one under the last of them.
    private Config Above(Config fallback, HoconNode? merged)
        => new(_own, merged, Fallback?.Above(fallback, Fallback._merged) ?? fallback, _damage);

    // The empty path is that of the root, and a dot at the end says nothing.
    private HoconNode? Find(string path)
    {
        var root = _merged
            ?? throw new InvalidOperationException("Expected a configuration with a root, got one without any text.");
        var trimmed = path.EndsWith('.') ? path[..^1] : path;
        return trimmed.Length == 0 ? root : (root as HoconObjectNode)?.Find(trimmed);
    }
}
