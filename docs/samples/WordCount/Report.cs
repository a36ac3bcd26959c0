using Akka.Actor;

namespace Party.Samples.WordCount;

/// <summary>Runs the flows, and prints what they found.</summary>
public static class Report
{
    private const int Partitions = 4;
    private const int Most = 20;

    /// <summary>The most frequent words with their partitions, and what every partition counted.</summary>
    /// <param name="system">Where the flow's stages live.</param>
    /// <param name="lines">The book.</param>
    /// <param name="output">Where to print to.</param>
    public static async Task PartitionsAsync(ActorSystem system, IEnumerable<string> lines, TextWriter output)
    {
        var flow = Counts.ByPartition(lines, Partitions);
        output.WriteLine(flow.Explain());

        var counts = await flow.ToListAsync(system);
        foreach (var one in counts.OrderByDescending(one => one.Times).ThenBy(one => one.Word).Take(Most))
        {
            output.WriteLine($"{one.Word,-12} {one.Times,6}  partition {one.Partition}");
        }

        foreach (var partition in counts.GroupBy(one => one.Partition).OrderBy(group => group.Key))
        {
            output.WriteLine(
                $"partition {partition.Key}: {partition.Sum(one => one.Times)} words, {partition.Count()} distinct");
        }
    }

    /// <summary>The favourite word of every minute.</summary>
    /// <param name="system">Where the flow's stages live.</param>
    /// <param name="lines">The book.</param>
    /// <param name="output">Where to print to.</param>
    public static async Task MinutesAsync(ActorSystem system, IEnumerable<string> lines, TextWriter output)
    {
        var flow = Counts.ByMinute(lines, Partitions);
        output.WriteLine(flow.Explain());

        foreach (var one in (await flow.ToListAsync(system)).OrderBy(one => one.Minute))
        {
            output.WriteLine($"{one.Minute:HH:mm} {one.Word,-12} {one.Times,6}");
        }
    }
}
