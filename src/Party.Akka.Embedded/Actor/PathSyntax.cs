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

    public static bool TryParse(string text, [NotNullWhen(true)] out ActorPath? path)
    {
        path = null;
        if (!Address.TryParse(text, out var address))
        {
            return false;
        }

        var slash = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3);
        var names = slash < 0 ? "" : text[slash..];
        var uid = 0L;
        if (names.LastIndexOf('#') is var mark and >= 0)
        {
            var digits = names.AsSpan(mark + 1);
            if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out uid))
            {
                return false;
            }

            names = names[..mark];
        }

        path = (new RootActorPath(address) / names.Split('/')).WithUid(uid);
        return true;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
}
