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

    /// <summary>The path above; the root is its own parent.</summary>
    public ActorPath Parent => _parent ?? this;

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

    /// <summary>The names joined by slashes, with one in front.</summary>
    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    /// <summary>Reads the text form with address, with or without uid.</summary>
    /// <exception cref="UriFormatException">It is no path with an address.</exception>
    public static ActorPath Parse(string path) => TryParse(path, out var parsed)
        ? parsed
        : throw new UriFormatException($"Expected an actor path like akka://system/user/name, got \"{path}\".");

    /// <summary>Reads the text form; false where it is no path with an address.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out ActorPath? actorPath) =>
        PathSyntax.TryParse(path, out actorPath);

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
    public ActorPath WithUid(long uid) => _parent is null || uid == Uid ? this : new ChildActorPath(_parent, Name, uid);

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

    /// <summary>Orders by address, then name by name from the root.</summary>
    public int CompareTo(ActorPath? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byAddress = Address.CompareTo(other.Address);
        var pairs = byAddress == 0 ? Elements.Zip(other.Elements, string.CompareOrdinal) : [byAddress];
        var difference = pairs.FirstOrDefault(order => order != 0);
        return difference != 0 ? difference : Depth.CompareTo(other.Depth);
    }

    /// <summary>Address and names, without uid: <c>akka://system/user/name</c>.</summary>
    public override string ToString() => ToStringWithAddress();

    /// <summary>The names only: <c>/user/name</c>.</summary>
    public string ToStringWithoutAddress() => FormatPathElements(Elements);

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
}
