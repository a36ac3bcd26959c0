using Party.Benchmarks.Flows.Counting;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Words;

/// <summary>How often each word of a text comes.</summary>
internal static class WordsCase
{
    public static void Run(Settings settings, Report report)
    {
        foreach (var (name, words) in new[]
        {
            ("shared", Text.OfShared(settings.Events)), ("own", Text.OfOwn(settings.Events)),
        })
        {
            var loop = new WordLoop(words);
            var expected = loop.Run(loop.Least);
            var standings = Rounds.Interleave(settings, _ => expected, new ParallelCount<string>(words), loop);
            report.Add([Cell.Of("words", name), .. standings.Cells]);
        }
    }
}
