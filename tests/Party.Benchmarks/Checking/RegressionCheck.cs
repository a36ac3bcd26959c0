using Party.Benchmarks.Fanout;
using Party.Benchmarks.Flows.Words;
using Party.Benchmarks.Latency;
using Party.Benchmarks.Pipeline;
using Party.Benchmarks.Words;

namespace Party.Benchmarks.Checking;

/// <summary>
/// Compares ratios within one run with wide margins: it fails on a factor, not on noise, on any machine. Each has three
/// tries.
/// </summary>
internal static class RegressionCheck
{
    private const int Tries = 3;

    private static readonly Limit[] Limits =
    [
        new("party at 1000 to the loop", 0.2, static settings => PartyCase.ToLoop(settings, 1000)),
        new("party at 100 to the loop", 0.09, static settings => PartyCase.ToLoop(settings, 100)),
        new("party at 10 to the loop", 0.014, static settings => PartyCase.ToLoop(settings, 10)),
        new("pipeline at 1000 to batched channels", 0.2, static settings => PipelineCase.ToChannels(settings, 1000)),
        new("broadcast at 1000 to batched channels", 0.25, static settings => FanoutCase.ToChannels(settings, 1000)),
        new("a channel hop and back to an event and back", 0.13, LatencyCase.OfChannel),
        new("words that cross a flow to the loop", 0.3, static settings => WordsCase.ToLoop(settings, true)),
        new("words counted first by a flow to the loop", 0.4, static settings => WordsCase.ToLoop(settings, false)),
    ];

    /// <summary>Prints a line for each ratio.</summary>
    /// <returns>The exit code: 0, or 1 if a ratio stayed below its limit.</returns>
    public static int Run(TextWriter output)
    {
        var settings = new Settings(IsQuick: true);
        var failed = 0;
        foreach (var limit in Limits)
        {
            var best = limit.Measure(settings);
            for (var tries = 1; tries < Tries && best < limit.Least; tries++)
            {
                best = Math.Max(best, limit.Measure(settings));
            }

            var isMet = best >= limit.Least;
            failed += isMet ? 0 : 1;
            output.WriteLine(isMet
                ? $"{limit.Case}: {best:0.000}, at least {limit.Least}."
                : $"Expected {limit.Case} to be at least {limit.Least}, got {best:0.000} as the best of {Tries} tries.");
        }

        return failed > 0 ? 1 : 0;
    }
}
