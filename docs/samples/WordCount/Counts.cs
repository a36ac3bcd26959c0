using Party.Flows;
using Party.Flows.Windows;

namespace Party.Samples.WordCount;

/// <summary>Flows that count the words of a book.</summary>
public static class Counts
{
    /// <summary>Every word of the book, counted by the partition that it belongs to.</summary>
    /// <param name="lines">The book.</param>
    /// <param name="partitions">How many partitions count.</param>
    public static Flow<Counted> ByPartition(IEnumerable<string> lines, int partitions) => Flow
        .From(lines.Index())
        .SelectMany(Book.Words)
        .Select(static word => word.Text)
        .PartitionBy(static word => word, new() { Stages = partitions })
        .Aggregate(static () => new Dictionary<string, int>(), Add)
        .OnTrigger(static (counts, firing) =>
            (counts.Select(count => new Counted(count.Key, count.Value, firing.Stage)), counts));

    /// <summary>The favourite word of every minute, in the order of the minutes.</summary>
    /// <param name="lines">The book, of which a line takes a second.</param>
    /// <param name="partitions">How many partitions count.</param>
    public static Flow<Favourite> ByMinute(IEnumerable<string> lines, int partitions) => Flow
        .From(lines.Index())
        .SelectMany(Book.Words)
        .PartitionBy(static word => word.Text, new() { Stages = partitions })
        .Window(Window.Fixed<Word>(TimeSpan.FromMinutes(1), static word => word.Time))
        .Aggregate(static () => new Dictionary<string, int>(), static (counts, word) => Add(counts, word.Text))
        .Departition(
            static () => (Word: "", Times: 0),
            static (best, counts) => Best([.. counts.Select(static count => (count.Key, count.Value)), best]),
            static (best, window) => new Favourite(window.Start.GetValueOrDefault(), best.Word, best.Times));

    private static (string Word, int Times) Best(IEnumerable<(string Word, int Times)> counts) => counts
        .OrderByDescending(static one => one.Times)
        .ThenBy(static one => one.Word, StringComparer.Ordinal)
        .First();

    private static Dictionary<string, int> Add(Dictionary<string, int> counts, string word)
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
        return counts;
    }
}
