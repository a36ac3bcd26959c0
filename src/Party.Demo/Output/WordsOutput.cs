using System.Globalization;
using System.Text;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demo.Output;

/// <summary>Says everything as it happens, a line each, and sums up at the end.</summary>
internal sealed class WordsOutput(TextWriter writer, PartitionNames partitions) : IPartyOutput
{
    private readonly Lock _lock = new();

    public void Started(string consumer, string letters) => Say($"consumer {consumer} started, for {letters}");

    public void Restarted(string actor, Exception cause) => Say($"{actor} restarted: {cause.Message}");

    public void Asked(DemandIncrement demand)
    {
        var who = new List<string>();
        foreach (var (partition, count) in demand.Partitions)
        {
            who.Add($"{partitions[partition]} {count}");
        }

        Say(who.Count > 0 ? $"demand {demand.Total} ({string.Join(", ", who)})" : $"demand {demand.Total}");
    }

    public void Received(string consumer, ReadOnlySpan<string> words)
    {
        var lines = new StringBuilder();
        foreach (var word in words)
        {
            lines.Append(word).Append(' ').AppendLine(consumer);
        }

        lock (_lock)
        {
            writer.Write(lines);
            writer.Flush();
        }
    }

    public void Ended(PartyReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"\n{report.Produced} words in {report.Elapsed.TotalSeconds:0.0} s, {report.Delivered} delivered"));
        foreach (var partition in report.Books.Partitions)
        {
            text.AppendLine(Invariant(
                $"  {partition.Partition,-8} delivered {partition.Handled,8}  parked {PartyReport.ParkedIn(partition),6}  demand {partition.Outstanding,6}"));
        }

        foreach (var (cause, count) in report.Discarded)
        {
            text.AppendLine(Invariant($"  discarded {count}: {cause}"));
        }

        foreach (var one in report.Abandoned)
        {
            text.AppendLine(Invariant($"  abandoned {one.Count}: on the way to {one.Consumer} ({one.Partition})"));
        }

        if (report.Redelivered > 0)
        {
            text.AppendLine(Invariant(
                $"  handed on again {report.Redelivered}: {report.Again} of the words delivered came twice or more"));
        }

        text.AppendLine(Invariant($"  restarts {report.Restarts}"));
        text.Append(Invariant(
            $"  {report.Produced} produced = {report.Delivered} delivered + {report.Parked} parked + {report.Discarded.Values.Sum()} discarded"));
        text.Append(report.Abandoned.Count > 0
            ? Invariant($" + {report.Abandoned.Sum(static one => one.Count)} abandoned")
            : "");
        Say(text.ToString());
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Say(string line)
    {
        lock (_lock)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }
}
