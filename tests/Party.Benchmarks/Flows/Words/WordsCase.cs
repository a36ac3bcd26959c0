using Party.Benchmarks.Flows.Counting;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Words;

/// <summary>How often each word of a text comes.</summary>
internal static class WordsCase
{
    public static void Run(Settings settings, Report report)
    {
        Add("shared", Text.OfShared(settings.Events));
        Add("own", Text.OfOwn(settings.Events));

        void Add(string name, string[] words) => CountRows.Add(
            settings, report, Cell.Of("words", name), words, [true, false], static words => new WordLoop(words));
    }

    /// <summary>The ratio of one way to the loop alone, for shared words.</summary>
    public static double ToLoop(Settings settings, bool isCrossing) => CountRows.ToLoop(
        settings, Text.OfShared(settings.Events), isCrossing, static words => new WordLoop(words));
}
