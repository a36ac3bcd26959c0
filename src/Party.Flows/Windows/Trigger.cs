using System.Globalization;

namespace Party.Flows.Windows;

/// <summary>What made a window fire, and under which name.</summary>
/// <param name="Kind">What kind of cause it was.</param>
/// <param name="Name">What <see cref="ToString"/> shows: <c>done</c>, <c>every:10</c>, or a name of one's own.</param>
public readonly record struct Trigger(TriggerKind Kind, string Name)
{
    /// <summary>The window is over.</summary>
    public static Trigger Done { get; } = new(TriggerKind.Done, "done");

    /// <summary>The watermark has passed the window's end, and late events are still taken.</summary>
    public static Trigger Watermark { get; } = new(TriggerKind.Watermark, "watermark");

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;

    internal static Trigger Every(int count) =>
        new(TriggerKind.Every, string.Create(CultureInfo.InvariantCulture, $"every:{count}"));

    internal static Trigger Periodically(TimeSpan period) =>
        new(TriggerKind.Periodically, string.Create(CultureInfo.InvariantCulture, $"periodically:{period:c}"));

    internal static Trigger When(string name) => new(TriggerKind.When, name);

    internal static Trigger Message(string name) => new(TriggerKind.Message, name);
}
