using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>Where an actor lives: the address of its system and the names from the root down to it.</summary>
/// <remarks>Paths are equal when address and names are. The uid tells incarnations apart; it does not count.</remarks>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>Characters allowed in a name beside ASCII letters and digits.</summary>
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private readonly ActorPath? _parent;
    private int _hash;

    /// <summary>A root path.</summary>
    protected ActorPath(Address address, string name)
    {
        Address = address;
        Name = name;
    }

    /// <summary>A path below <paramref name="parentPath"/>. A uid of 0 means that it is not known.</summary>
    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        Address = parentPath.Address;
        Name = name;
        Uid = uid;
        Depth = parentPath.Depth + 1;
    }

    /// <summary>The address of the system.</summary>
    public Address Address { get; }

    /// <summary>The last name; empty for the root.</summary>
    public string Name { get; }

    /// <summary>Tells incarnations of one path apart; 0 where it is not known.</summary>
    public long Uid { get; }

    /// <summary>How many names lie between the root and here: 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>The path above; null for the root.</summary>
    public ActorPath Parent => _parent!;

    /// <summary>The path at the top.</summary>
    public ActorPath Root => ParentOf(0);

    /// <summary>The names from below the root down to here.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[Depth];
            for (var path = this; path._parent is not null; path = path._parent)
            {
                elements[path.Depth - 1] = path.Name;
            }

            return elements;
        }
    }

    /// <summary>The path of a child; <c>name#7</c> gives it the uid 7.</summary>
    public static ActorPath operator /(ActorPath path, string name)
    {
        var mark = name.IndexOf('#', StringComparison.Ordinal);
        return mark < 0
            ? new ChildActorPath(path, name, 0)
            : new ChildActorPath(path, name[..mark], long.Parse(name.AsSpan(mark + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>The path of a descendant; empty names are left out.</summary>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Where(element => element.Length > 0).Aggregate(path, (parent, element) => parent / element);

    /// <summary>Equal but for the uid.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => Equals(left, right);

    /// <summary>Different by address or names.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !Equals(left, right);

    /// <summary>Whether a string may name an actor.</summary>
    /// <remarks>ASCII letters, digits, <see cref="ValidSymbols"/> and %xx; the first one must not be $.</remarks>
    public static bool IsValidPathElement(string s) => PathSyntax.IsName(s);

    /// <summary>The names joined by slashes.</summary>
    public static string FormatPathElements(IEnumerable<string> pathElements) => string.Join('/', pathElements);

    /// <summary>Reads the text form with address, with or without uid.</summary>
    /// <exception cref="UriFormatException">It is no path with an address.</exception>
    public static ActorPath Parse(string path) => TryParse(path, out var parsed)
        ? parsed
        : throw new UriFormatException($"Expected an actor path like akka://system/user/name, got \"{path}\".");

    /// <summary>Reads the text form; false where it is no path with an address.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out ActorPath? actorPath) =>
        PathSyntax.TryParse(path, out actorPath);

    /// <summary>Reads names below another path; <c>#7</c> after the last one gives it the uid 7.</summary>
    public static bool TryParse(
        ActorPath basePath, string absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    /// <inheritdoc cref="TryParse(ActorPath, string, out ActorPath)"/>
    public static bool TryParse(
        ActorPath basePath, ReadOnlySpan<char> absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = PathSyntax.Below(basePath, absoluteUri);
        return true;
    }

    /// <summary>Reads the address in front of a path; false where it is no path with an address.</summary>
    public static bool TryParseAddress(string path, [NotNullWhen(true)] out Address? address) =>
        PathSyntax.TryParse(path, out address, out _);

    /// <summary>Reads the address in front of a path, and the names after it.</summary>
    public static bool TryParseAddress(
        string path, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> absoluteUri) =>
        PathSyntax.TryParse(path, out address, out absoluteUri);

    /// <summary>The path of a child; <c>name#7</c> gives it the uid 7.</summary>
    public ActorPath Child(string childName) => this / childName;

    /// <summary>The ancestor at that depth below the root; a negative number counts upwards from here.</summary>
    public ActorPath ParentOf(int depth)
    {
        var wanted = depth >= 0 ? depth : Math.Max(Depth + depth, 0);
        var path = this;
        while (path.Depth > wanted)
        {
            path = path.Parent;
        }

        return path;
    }

    /// <summary>The same path for another incarnation.</summary>
    /// <exception cref="NotSupportedException">It is the root, and the uid is not 0.</exception>
    public ActorPath WithUid(long uid) => (_parent, uid == Uid) switch
    {
        (_, true) => this,
        (null, _) => throw new NotSupportedException($"Cannot give the root of {Address} the uid {uid}: it has none."),
        _ => new ChildActorPath(_parent, Name, uid),
    };

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        if (other is null || Depth != other.Depth || GetHashCode() != other.GetHashCode())
        {
            return false;
        }

        var path = this;
        while (!ReferenceEquals(path, other))
        {
            if (path.Name != other.Name)
            {
                return false;
            }

            if (path._parent is null)
            {
                return path.Address == other.Address;
            }

            path = path._parent;
            other = other.Parent;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            _hash = HashCode.Combine(_parent is null ? Address.GetHashCode() : _parent.GetHashCode(), Name) | 1;
        }

        return _hash;
    }

    /// <summary>Orders by name, then by the names above; a root comes after what is no root.</summary>
    public int CompareTo(ActorPath? other)
    {
        var path = this;
        while (!ReferenceEquals(path, other))
        {
            if (other is null || path._parent is null || other._parent is null)
            {
                return CompareRoots(path, other);
            }

            var difference = string.CompareOrdinal(path.Name, other.Name);
            if (difference != 0)
            {
                return difference;
            }

            (path, other) = (path._parent, other._parent);
        }

        return 0;
    }

    /// <summary>Address and names, without uid: <c>akka://system/user/name</c>.</summary>
    public override string ToString() => ToStringWithAddress();

    /// <summary>The names only: <c>/user/name</c>.</summary>
    public string ToStringWithoutAddress() => "/" + FormatPathElements(Elements);

    /// <inheritdoc cref="ToString"/>
    public string ToStringWithAddress() => ToStringWithAddress(Address);

    /// <summary>Address and names; <paramref name="address"/> stands in where the path's own is local.</summary>
    public string ToStringWithAddress(Address address) =>
        (Address.HasGlobalScope ? Address : address) + ToStringWithoutAddress();

    /// <summary>Address, names and, where it is known, the uid: <c>akka://system/user/name#7</c>.</summary>
    public string ToStringWithUid() => ToSerializationFormat();

    /// <inheritdoc cref="ToStringWithUid"/>
    public string ToSerializationFormat() => ToSerializationFormatWithAddress(Address);

    /// <summary>The serialization format; <paramref name="address"/> stands in where the path's own is local.</summary>
    public string ToSerializationFormatWithAddress(Address address) =>
        ToStringWithAddress(address) + (Uid == 0 ? "" : "#" + Uid.ToString(CultureInfo.InvariantCulture));

    // One of them, at least, is a root, or missing.
    private static int CompareRoots(ActorPath left, ActorPath? right) => (left.Depth, right?.Depth) switch
    {
        (0, 0) => string.CompareOrdinal(left.ToString(), right?.ToString()),
        (_, 0) => -1,
        _ => 1,
    };
}
