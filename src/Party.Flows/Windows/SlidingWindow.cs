using System.Globalization;

namespace Party.Flows.Windows;

/// <summary>Windows of one size that begin more often than they end.</summary>
internal sealed record SlidingWindow<T> : EventTimeWindow<T>
{
    private const long MostPanes = 10_000;

    public SlidingWindow(TimeSpan size, TimeSpan slide, Func<T, DateTimeOffset> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        Size = Expect.Positive(size, "a sliding window");
        Slide = Expect.Positive(slide, "a slide");
        Time = time;
        if (slide > size)
        {
            throw new ArgumentOutOfRangeException(nameof(slide), slide, string.Create(
                CultureInfo.InvariantCulture,
                $"Expected a slide of at most the window's {size:c}, got {slide:c}. ") +
                "Between windows events would be lost.");
        }

        var panes = ((size.Ticks - 1) / slide.Ticks) + 1;
        if (panes > MostPanes)
        {
            throw new ArgumentOutOfRangeException(nameof(slide), slide, string.Create(
                CultureInfo.InvariantCulture,
                $"Expected an event to be in at most {MostPanes} sliding windows, got {panes}. ") +
                "Choose a longer slide.");
        }
    }

    public TimeSpan Size { get; }

    public TimeSpan Slide { get; }

    public Func<T, DateTimeOffset> Time { get; }

    internal override WindowLedger<T> NewLedger() => new AlignedLedger<T>(this);
}
