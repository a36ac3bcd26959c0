using System.Globalization;

namespace Party.Flows.Windows;

/// <summary>What windows ask of the spans that they are made with.</summary>
internal static class Expect
{
    private const long MostEmptyWindows = 1_000_000;

    public static TimeSpan Positive(TimeSpan span, string what) => span > TimeSpan.Zero
        ? span
        : throw new ArgumentOutOfRangeException(nameof(span), span, Message(what, "more than 0", span));

    public static TimeSpan NotNegative(TimeSpan span, string what) => span >= TimeSpan.Zero
        ? span
        : throw new ArgumentOutOfRangeException(nameof(span), span, Message(what, "0 or more", span));

    public static TimeSpan PositiveOrInfinite(TimeSpan span, string what) =>
        span > TimeSpan.Zero || span == Timeout.InfiniteTimeSpan
            ? span
            : throw new ArgumentOutOfRangeException(
                nameof(span), span, Message(what, "more than 0, or Timeout.InfiniteTimeSpan", span));

    public static void BearableGap(long windows)
    {
        if (windows > MostEmptyWindows)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Expected a gap of at most {MostEmptyWindows} windows, got {windows} that would have to fire. ") +
                "Choose larger windows, or EmptyWindows.Skip.");
        }
    }

    private static string Message(string what, string bound, TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"Expected {what} of {bound}, got {span:c}.");
}
