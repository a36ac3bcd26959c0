using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Joins;

/// <summary>Two rows with the same key.</summary>
internal readonly record struct Match(long Key, int Left, int Right)
{
    public static long Sum(List<Match> matches)
    {
        var sum = 0L;
        foreach (var match in matches)
        {
            sum += Fingerprint.Of(match.Key, ((long)match.Left << 32) | (uint)match.Right);
        }

        return sum;
    }
}
