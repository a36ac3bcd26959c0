using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Flows.Groups;

/// <summary>Keys of which each comes ten times, in an order without any order, the same every time.</summary>
internal static class Keys
{
    public const int Times = 10;

    public static long[] Make(int count)
    {
        var keys = new long[count];
        for (var index = 0; index < count; index++)
        {
            keys[index] = Fingerprint.Of(index / Times, 1);
        }

        new Random(3).Shuffle(keys);
        return keys;
    }
}
