using System.Globalization;

namespace Party.Flows.Tests.Windows;

/// <summary>An event that is called by a letter and happened so many seconds after the year 1 began.</summary>
internal readonly record struct Item(char Name, double Seconds)
{
    public DateTimeOffset Time => At(Seconds);

    public bool IsUpper => char.IsUpper(Name);

    public static DateTimeOffset At(double seconds) => new((long)(seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>From "a0 b11 c5".</summary>
    public static Item[] Parse(string items) =>
        [.. items.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static item => new Item(item[0], double.Parse(item[1..], CultureInfo.InvariantCulture)))];
}
