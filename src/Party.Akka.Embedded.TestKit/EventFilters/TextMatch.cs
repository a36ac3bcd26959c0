using System.Text.RegularExpressions;

namespace Akka.TestKit.EventFilters;

/// <summary>A condition on a text, with the words that describe it in a failure.</summary>
internal sealed record TextMatch(string Description, Predicate<string> Matches)
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    private static readonly TextMatch Any = new("", static _ => true);

    /// <summary>The condition on a message. The first that is given counts: all of it, its start, a part.</summary>
    public static TextMatch Message(string? message, string? start, string? contains) =>
        (message, start, contains) switch
        {
            ({ } all, _, _) => Of("the message", all, string.Equals),
            (_, { } head, _) => Of("a message that starts with", head, (text, it) => text.StartsWith(it, Exactly)),
            (_, _, { } part) => Of("a message that contains", part, (text, it) => text.Contains(it, Exactly)),
            _ => Any,
        };

    /// <summary>The condition on a message that a regular expression makes.</summary>
    public static TextMatch Message(Regex pattern) => new($" with a message that matches /{pattern}/", pattern.IsMatch);

    /// <summary>The condition on a source: its name, or an actor's path with or without uid and address.</summary>
    public static TextMatch Source(string? source) =>
        source is null ? Any : new($" from {source}", text => Names(text, source));

    private static TextMatch Of(string words, string text, Func<string, string, bool> matches) =>
        new($" with {words} \"{text}\"", actual => matches(actual, text));

    private static bool Names(string actual, string source)
    {
        var path = actual.Split('#')[0];
        return actual == source || path == source || WithoutAddress(path) == source;
    }

    // akka://system/user/actor is known as /user/actor too.
    private static string WithoutAddress(string path)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        var root = scheme < 0 ? -1 : path.IndexOf('/', scheme + 3);
        return root < 0 ? path : path[root..];
    }
}
