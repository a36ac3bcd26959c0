using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Thousands;

/// <summary>
/// As many events as there are consumers, each of them to every consumer. Where all of them would take a plain Tell
/// ten seconds, it tells a tenth of them.
/// </summary>
internal static class ThousandsCase
{
    private const int MaxDemand = 1000;

    public static void Run(Settings settings, Report report)
    {
        var count = settings.IsQuick ? 2000 : 14_000;
        var standings = Rounds.Interleave(
            settings with { IsLong = true },
            events => count * (events * (events - 1) / 2),
            new BroadcastConsumers(count, MaxDemand),
            new ToldActors(count, settings.IsQuick ? count : count / 10));
        report.Add(
        [
            Cell.Count("events", count),
            Cell.Count("consumers", count),
            Cell.MaxDemand(MaxDemand),
            .. standings.Cells,
        ]);
    }
}
