using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>Names an actor system.</summary>
/// <remarks>
/// <c>akka://system</c> in this process, <c>akka.tcp://system@host:port</c> elsewhere. The embedded runtime only ever
/// makes local ones; others are understood so that paths can be read and compared.
/// </remarks>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable
{
    /// <summary>Orders by protocol, system, host and port.</summary>
    public static readonly IComparer<Address> Comparer = Comparer<Address>.Create(Compare);

    /// <summary>Stands for no system in particular.</summary>
    public static readonly Address AllSystems = new("akka", "all-systems");

    /// <summary>Names a system. Without host and port it is local.</summary>
    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    /// <summary>How the system is reached; <c>akka</c> within a process.</summary>
    public string Protocol { get; }

    /// <summary>The name of the system.</summary>
    public string System { get; }

    /// <summary>The machine, in lower case; null for a local address.</summary>
    public string? Host { get; }

    /// <summary>The port; null for a local address.</summary>
    public int? Port { get; }

    /// <summary>Whether the address means something only within its own process.</summary>
    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    /// <summary>Whether the address means the same in every process.</summary>
    public bool HasGlobalScope => !HasLocalScope;

    /// <summary>Equal by value.</summary>
    public static bool operator ==(Address? left, Address? right) => Equals(left, right);

    /// <summary>Different by value.</summary>
    public static bool operator !=(Address? left, Address? right) => !Equals(left, right);

    /// <summary>Reads the text form, as a Uri does: a system's name before no @ comes out in lower case.</summary>
    /// <exception cref="UriFormatException">It is no absolute Uri.</exception>
    public static Address Parse(string address)
    {
        var uri = new Uri(address);
        return uri.UserInfo.Length == 0
            ? new(uri.Scheme, uri.Host)
            : new(uri.Scheme, uri.UserInfo, uri.Host, uri.Port);
    }

    /// <summary>Reads the text form; false where it is no address. What follows the authority is ignored.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out Address? address) =>
        TryParse(path, out address, out ReadOnlySpan<char> _);

    /// <summary>Reads the text form, and what follows the authority: a slash at least.</summary>
    public static bool TryParse(
        string path, [NotNullWhen(true)] out Address? address, [NotNullWhen(true)] out string? absolutUri)
    {
        var isAddress = TryParse(path, out address, out ReadOnlySpan<char> rest);
        absolutUri = isAddress ? rest.ToString() : null;
        return isAddress && absolutUri is not null;
    }

    /// <inheritdoc cref="TryParse(string, out Address)"/>
    public static bool TryParse(ReadOnlySpan<char> span, [NotNullWhen(true)] out Address? address) =>
        TryParse(span, out address, out _);

    /// <inheritdoc cref="TryParse(string, out Address, out string)"/>
    public static bool TryParse(
        ReadOnlySpan<char> span, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> absolutUri) =>
        PathSyntax.TryParse(span, out address, out absolutUri);

    /// <summary>The same with another protocol.</summary>
    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    /// <summary>The same with another system name.</summary>
    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>The same with another host, or with none.</summary>
    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    /// <summary>The same with another port, or with none.</summary>
    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    /// <summary>System, host and port without the protocol.</summary>
    public string HostPort() => ToString()[(Protocol.Length + 3)..];

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && (Protocol, System, Host, Port) == (other.Protocol, other.System, other.Host, other.Port));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Host, Port, System, Protocol);

    /// <summary>Orders as <see cref="Comparer"/> does.</summary>
    public int CompareTo(Address? other) => Comparer.Compare(this, other);

    int IComparable.CompareTo(object? obj) => obj is Address other
        ? CompareTo(other)
        : throw new ArgumentException($"Expected an Address to compare with, got {obj?.GetType()}.");

    /// <summary>An equal address.</summary>
    public object Clone() => new Address(Protocol, System, Host, Port);

    /// <inheritdoc/>
    public override string ToString()
    {
        var port = Port is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "";
        return HasLocalScope ? $"{Protocol}://{System}" : $"{Protocol}://{System}@{Host}{port}";
    }

    private static int Compare(Address? left, Address? right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int[] differences =
        [
            string.CompareOrdinal(left.Protocol, right.Protocol),
            string.CompareOrdinal(left.System, right.System),
            string.CompareOrdinal(left.Host ?? "", right.Host ?? ""),
            (left.Port ?? 0).CompareTo(right.Port ?? 0),
        ];
        return Array.Find(differences, difference => difference != 0);
    }
}
