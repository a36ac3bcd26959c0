using System.Text.RegularExpressions;
using Akka.TestKit.Expectations;

namespace Akka.TestKit.EventFilters;

/// <summary>A condition on a text, with the words that describe it in a failure.</summary>
internal sealed record TextMatch(string Description, Predicate<string> Matches)
{
    private static readonly TextMatch Any = new("", static _ => true);

    /// <summary>The condition on a message. The first that is given counts: all of it, its start, a part of it.</summary>
    public static TextMatch Message(string? message, string? start, string? contains) => (message, start, contains) switch
    {
        ({ } all, _, _) => new(
            $" with the message {Wording.Of((object)all)}", text => text == all),
        (_, { } head, _) => new(
            $" with a message that starts with {Wording.Of((object)head)}", text => text.StartsWith(head, StringComparison.Ordinal)),
        (_, _, { } part) => new(
            $" with a message that contains {Wording.Of((object)part)}", text => text.Contains(part, StringComparison.Ordinal)),
        _ => Any,
    };

    /// <summary>The condition on a message that a regular expression makes.</summary>
    public static TextMatch Message(Regex pattern) => new($" with a message that matches /{pattern}/", pattern.IsMatch);

    /// <summary>The condition on where an event comes from: a source's name or an actor's path, with or without uid and address.</summary>
    public static TextMatch Source(string? source) =>
        source is null ? Any : new($" from {source}", text => Names(text, source));

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
