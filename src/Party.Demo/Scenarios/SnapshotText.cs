using System.Globalization;
using System.Text;
using Party.Demand.Watching;

namespace Party.Demo.Scenarios;

/// <summary>A snapshot as a person reads it: a line for each of a few partitions, or one for many.</summary>
internal static class SnapshotText
{
    private const int Few = 8;

    /// <summary>The text, which ends with a line break.</summary>
    public static string Of(string title, StageSnapshot? snapshot)
    {
        var text = new StringBuilder();
        if (snapshot is null)
        {
            return text.AppendLine(Invariant($"  {title}: nothing yet")).ToString();
        }

        var all = snapshot.Partitions;
        text.AppendLine(Invariant($"  {title}: {snapshot.Rate:#,0} events/s. {snapshot.Idle}"));
        foreach (var one in all.Length > Few ? [] : all)
        {
            text.Append(Invariant($"    {one.Partition,-6}{one.Rate,12:#,0}/s  demand {one.Books.Outstanding,6:#,0}"));
            text.Append(Invariant($"  parked {one.Books.Parked,6:#,0}  in flight {one.Books.InFlight,6:#,0}"));
            text.Append(one.Books.Returned > 0 ? Invariant($"  returned {one.Books.Returned:#,0}") : "");
            text.Append(one.OldestAge is { } age ? Invariant($"  oldest {age.TotalSeconds:0.0} s") : "");
            text.AppendLine(one.IsRemoved ? "  removed" : one.IsPaused ? "  paused" : "");
        }

        if (all.Length > Few)
        {
            var fed = all.Count(static one => one.Rate > 0);
            text.Append(Invariant($"    {all.Length:#,0} partitions, {fed:#,0} of them fed: "));
            text.Append(Invariant($"{all.Min(one => one.Rate):#,0} to {all.Max(one => one.Rate):#,0}/s"));
            text.Append(Invariant($"  demand {all.Sum(one => one.Books.Outstanding):#,0}"));
            text.Append(Invariant($"  parked {snapshot.Books.Parked:#,0}"));
            text.AppendLine(Invariant($"  in flight {snapshot.Books.InFlight:#,0}"));
        }

        foreach (var one in snapshot.Keys?.Top.Take(3) ?? [])
        {
            text.AppendLine(Invariant($"    key {one}"));
        }

        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
