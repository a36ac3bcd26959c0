using System.Globalization;

namespace Party.Flows;

/// <summary>A flow could not go on: which operator failed, and with which event.</summary>
/// <remarks>All of the flow's stages are stopped before it is thrown to whoever awaits the flow.</remarks>
public sealed class FlowException : Exception
{
    private FlowException(string message, string @operator, object? item, Exception? cause)
        : base(message, cause) => (Operator, Item) = (@operator, item);

    /// <summary>The operator whose function failed, or the source; as it is called in code.</summary>
    public string Operator { get; }

    /// <summary>The event that it was given; null where there was none.</summary>
    public object? Item { get; }

    /// <summary>Whether there is nothing that a restarted stage could go on with.</summary>
    internal bool IsFinal { get; private init; }

    internal static FlowException In(string name, object? item, Exception cause) => cause as FlowException ?? new(
        $"Cannot go on in {name} after event {Show(item)}: {cause.Message} The flow has ended.", name, item, cause);

    internal static FlowException InBatch(string name, object? first, int count, Exception cause) => new(
        $"Cannot go on in {name} with a batch of {count} that begins with event {Show(first)}: {cause.Message} "
        + "The flow has ended.",
        name,
        first,
        cause);

    internal static FlowException Without(string name, string what, Exception cause) => cause as FlowException ?? new(
        $"Cannot go on in {name}, {what}: {cause.Message} The flow has ended.", name, item: null, cause);

    internal static FlowException OfSource(string after, Exception cause) => new(
        $"Cannot go on in {nameof(Flow.From)}, after {after}: {cause.Message} The flow has ended.",
        nameof(Flow.From),
        item: null,
        cause)
    {
        IsFinal = true,
    };

    internal static FlowException NoKey(string name, object? item) => new(
        $"Expected {name} to have a key for every event, got null for event {Show(item)}. Leave such events out with "
        + "Where, or give them a key of their own. The flow has ended.",
        name,
        item,
        cause: null);

    internal static FlowException Uncombined(string name, object? key) => new(
        $"Expected {name} to be told how to combine two states, since two windows of key {Show(key)} became one; got "
        + "no such function. Give it one. The flow has ended.",
        name,
        item: null,
        cause: null);

    internal static FlowException Ended(string what, string reason) => new(
        $"Cannot go on without {what}, which ended with: {reason.TrimEnd('.')}. The flow has ended.",
        what,
        item: null,
        cause: null)
    {
        IsFinal = true,
    };

    internal static string Show(object? item) => item switch
    {
        null => "null",
        string text when text.Length > 80 => $"\"{text.AsSpan(0, 80)}…\"",
        string text => $"\"{text}\"",
        IFormattable value => value.ToString(format: null, CultureInfo.InvariantCulture),
        _ => Call(item),
    };

    // It is the user's, and says of an event what an error message has to say besides.
    private static string Call(object item)
    {
        try
        {
            return item.ToString() ?? item.GetType().Name;
        }
        catch (Exception error)
        {
            return $"of {item.GetType().Name}, which can't be shown ({error.Message})";
        }
    }
}
