using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>One thing that is wrong with a document, and where.</summary>
/// <param name="Kind">What a caller may decide by.</param>
/// <param name="Position">Where the text is wrong; for a missing setting, the object that lacks it.</param>
/// <param name="Path">The setting that is concerned, empty where none is known yet.</param>
/// <param name="Message">What was expected and what was found, in full sentences.</param>
public sealed record HoconError(HoconErrorKind Kind, HoconPosition Position, string Path, string Message)
{
    /// <summary>One line for a log: <c>party.conf(3,8): party.park-limit: Expected …, got …</c>.</summary>
    public override string ToString() => Path.Length == 0 ? $"{Position}: {Message}" : $"{Position}: {Path}: {Message}";

    /// <summary>The errors by place; sources in the order in which they were first met.</summary>
    internal static ImmutableArray<HoconError> InOrder(IEnumerable<HoconError> errors)
        => [.. errors.GroupBy(error => error.Position.Source).SelectMany(ByPlace)];

    private static IOrderedEnumerable<HoconError> ByPlace(IEnumerable<HoconError> errors)
        => errors.OrderBy(error => error.Position.Line).ThenBy(error => error.Position.Column);
}
