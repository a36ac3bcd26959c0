using System.Text.Json;
using System.Text.Json.Serialization;

namespace Party.Demo.Output;

/// <summary>Says nothing but one JSON object at the end, on one line.</summary>
internal sealed class JsonOutput(TextWriter writer) : SilentOutput
{
    public override void Ended(PartyReport report)
    {
        var summary = new Summary(
            report.Produced,
            report.Books.Partitions.ToDictionary(one => one.Partition, one => one.Handled),
            report.Books.Partitions.ToDictionary(one => one.Partition, PartyReport.ParkedIn),
            report.Discarded,
            report.Abandoned.GroupBy(static one => one.Partition)
                .ToDictionary(static one => one.Key, static one => one.Sum(static some => some.Count)),
            report.Redelivered,
            report.Again,
            report.Restarts,
            Math.Round(report.Elapsed.TotalSeconds, 3));

        writer.WriteLine(JsonSerializer.Serialize(summary, SummaryContext.Default.Summary));
        writer.Flush();
    }
}

internal sealed record Summary(
    long Produced,
    IReadOnlyDictionary<string, long> Delivered,
    IReadOnlyDictionary<string, long> Parked,
    IReadOnlyDictionary<string, long> Discarded,
    IReadOnlyDictionary<string, long> Abandoned,
    long Redelivered,
    long CameAgain,
    int Restarts,
    double Seconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryContext : JsonSerializerContext;
