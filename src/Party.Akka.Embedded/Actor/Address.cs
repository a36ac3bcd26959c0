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

    /// <summary>Reads the text form.</summary>
    /// <exception cref="UriFormatException">It is no address.</exception>
    public static Address Parse(string address) => TryParse(address, out var parsed)
        ? parsed
        : throw new UriFormatException(
            $"Expected an address like akka://system or akka.tcp://system@host:port, got \"{address}\".");

    /// <summary>Reads the text form; false where it is no address. What follows the authority is ignored.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out Address? address)
    {
        address = null;
        if (!Uri.TryCreate(path, UriKind.Absolute, out var uri)
            || !uri.Scheme.StartsWith("akka", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // System names are case sensitive, while Uri lowers what stands in the place of a host.
        var authority = path[(path.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = authority.IndexOf('/', StringComparison.Ordinal);
        authority = end < 0 ? authority : authority[..end];
        var at = authority.IndexOf('@', StringComparison.Ordinal);
        if (authority.Length == 0 || at == 0)
        {
            return false;
        }

        address = at < 0 ? new(uri.Scheme, authority) : new(uri.Scheme, authority[..at], uri.Host, uri.Port);
        return true;
    }

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

    /// <summary>Orders by the text form.</summary>
    public int CompareTo(Address? other) => string.CompareOrdinal(ToString(), other?.ToString());

    int IComparable.CompareTo(object? obj) => obj is null or Address
        ? CompareTo(obj as Address)
        : throw new ArgumentException($"Expected an Address to compare with, got {obj.GetType()}.", nameof(obj));

    /// <inheritdoc/>
    public override string ToString()
    {
        var port = Port is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "";
        return HasLocalScope ? $"{Protocol}://{System}" : $"{Protocol}://{System}@{Host}{port}";
    }
}
