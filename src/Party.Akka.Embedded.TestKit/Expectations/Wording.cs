using System.Collections;
using System.Globalization;
using Akka.Actor;

namespace Akka.TestKit.Expectations;

/// <summary>How values, senders, types and times read in a failure's text.</summary>
internal static class Wording
{
    private const int ItemsShown = 10;

    /// <summary>A value: strings in quotes, sequences with their first items.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Delegate => Of(value.GetType()),
        IEnumerable items when Prints(items) => OfItems(items.Cast<object?>()),
        _ => value.ToString() ?? Of(value.GetType()),
    };

    /// <summary>A sender by its path.</summary>
    public static string Of(IActorRef? sender) => sender is null ? "no sender" : sender.Path.ToString();

    /// <summary>A type by its C# name, with the arguments of a generic one.</summary>
    public static string Of(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : type.Name;

    /// <summary>A time in seconds from one second on, in milliseconds below.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 0 => "any time",
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###} ms"),
    };

    /// <summary>A list in brackets, cut after the first items.</summary>
    public static string OfItems(IEnumerable<object?> items)
    {
        var shown = items.Take(ItemsShown + 1).Select(Of).ToList();
        if (shown.Count > ItemsShown)
        {
            shown[ItemsShown] = "…";
        }

        return $"[{string.Join(", ", shown)}]";
    }

    /// <summary>A hint as a sentence of its own, with the space before it; nothing if there is none.</summary>
    public static string OfHint(string? hint) => string.IsNullOrEmpty(hint) ? "" : $" Hint: {hint}.";

    // A sequence with a text of its own (a record, say) is asked for it.
    private static bool Prints(IEnumerable items) => items.ToString() == items.GetType().ToString();
}
