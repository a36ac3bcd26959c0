using System.Text.RegularExpressions;
using Akka.Actor;

namespace Akka.TestKit.EventFilters;

/// <summary>A condition on a text, in any case, with the words that describe it in a failure.</summary>
internal sealed record TextMatch(string Description, Predicate<string> Matches)
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    private static readonly TextMatch Any = new("", static _ => true);

    /// <summary>The condition on a message. The first that is given counts: all of it, its start, a part.</summary>
    public static TextMatch Message(string? message, string? start, string? contains) =>
        (message, start, contains) switch
        {
            ({ } all, _, _) => Of("the message", all, (text, it) => text.Equals(it, AnyCase)),
            (_, { } head, _) => Of("a message that starts with", head, (text, it) => text.StartsWith(it, AnyCase)),
            (_, _, { } part) => Of("a message that contains", part, (text, it) => text.Contains(it, AnyCase)),
            _ => Any,
        };

    /// <summary>The condition on a message that a regular expression makes.</summary>
    public static TextMatch Message(Regex pattern) => new($" with a message that matches /{pattern}/", pattern.IsMatch);

    /// <summary>The condition on a source: its name, or an actor's path with or without address.</summary>
    public static TextMatch Source(string? source) =>
        source is null ? Any : new($" from {source}", text => Names(text, source));

    private static TextMatch Of(string words, string text, Func<string, string, bool> matches) =>
        new($" with {words} \"{text}\"", actual => matches(actual, text));

    // akka://system/user/actor is known as /user/actor too.
    private static bool Names(string actual, string source) =>
        actual.Equals(source, AnyCase)
        || (ActorPath.TryParse(actual, out var path) && path.ToStringWithoutAddress().Equals(source, AnyCase));
}
