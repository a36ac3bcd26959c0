using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Akka.Actor;

/// <summary>What names and paths look like.</summary>
internal static class PathSyntax
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + ActorPath.ValidSymbols);

    public static bool IsName(string? text)
    {
        if (string.IsNullOrEmpty(text) || text[0] == '$')
        {
            return false;
        }

        var rest = text.AsSpan();
        while (rest.IndexOfAnyExcept(Allowed) is var other and >= 0)
        {
            if (!IsEscape(rest[other..]))
            {
                return false;
            }

            rest = rest[(other + 3)..];
        }

        return true;
    }

    /// <summary>Reads a path with its address.</summary>
    /// <exception cref="FormatException">What follows a # is no number.</exception>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ActorPath? path)
    {
        path = TryParse(text, out var address, out var names) ? Below(new RootActorPath(address), names) : null;
        return path is not null;
    }

    /// <summary>The path below another one; empty names are left out, a uid may follow the last name.</summary>
    /// <exception cref="FormatException">What follows a # is no number.</exception>
    public static ActorPath Below(ActorPath path, ReadOnlySpan<char> names)
    {
        foreach (var range in names.Split('/'))
        {
            var name = names[range];
            if (range.End.Value == names.Length && name.Contains('#'))
            {
                path /= name.ToString();
            }
            else if (!name.IsEmpty)
            {
                path = new ChildActorPath(path, name.ToString(), 0);
            }
        }

        return path;
    }

    /// <summary>Reads <c>akka…://system</c> or <c>akka…://system@host:port</c>, and keeps what follows.</summary>
    public static bool TryParse(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> names)
    {
        address = null;
        names = default;
        if (!TrySplit(text, out var scheme, out var authority, out var rest)
            || !scheme.StartsWith("akka", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var protocol = scheme.ToString().ToLowerInvariant();
        var at = authority.IndexOf('@');
        if (at < 0)
        {
            address = new(protocol, authority.ToString());
        }
        else if (TryParseHost(authority[(at + 1)..], out var host, out var port))
        {
            address = new(protocol, authority[..at].ToString(), host, port);
        }

        names = address is null ? default : rest;
        return address is not null;
    }

    /// <summary>Takes <c>scheme://authority/rest</c> apart; a missing rest is a slash.</summary>
    public static bool TrySplit(
        ReadOnlySpan<char> text,
        out ReadOnlySpan<char> scheme,
        out ReadOnlySpan<char> authority,
        out ReadOnlySpan<char> rest)
    {
        scheme = authority = rest = default;
        var colon = text.IndexOf(':');
        if (colon is < 4 or > 255 || !text[(colon + 1)..].StartsWith("//"))
        {
            return false;
        }

        scheme = text[..colon];
        authority = text[(colon + 3)..];
        rest = "/";
        if (authority.IndexOf('/') is var slash and >= 0)
        {
            rest = authority[slash..];
            authority = authority[..slash];
        }

        return true;
    }

    // An IPv6 address stands in brackets.
    private static bool TryParseHost(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? host, out int port)
    {
        var bracket = text.IndexOf(']');
        var colon = bracket < 0 ? text.IndexOf(':') : bracket + 1 + text[(bracket + 1)..].IndexOf(':');
        if (colon <= bracket)
        {
            (host, port) = (null, 0);
            return false;
        }

        host = text[..colon].ToString();
        return int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port);
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
}
