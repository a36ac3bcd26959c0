using System.Diagnostics;

namespace Party.Benchmarks.Measuring;

/// <summary>
/// Rounds in which every contender runs once, one after the other, so that they share the machine's moods. Each round
/// begins with another one, so that the same is not always the first.
/// </summary>
internal static class Rounds
{
    /// <summary>Measures, and disposes of the contenders.</summary>
    /// <param name="settings">How long.</param>
    /// <param name="expected">What every contender has to sum up to, for so many events.</param>
    /// <param name="contenders">Ours first.</param>
    public static Standings Interleave(
        Settings settings, Func<long, long> expected, params IContender[] contenders)
    {
        var entrants = Array.ConvertAll(contenders, contender => new Entrant(contender, expected));
        try
        {
            WarmUp(settings, entrants);
            for (var round = 0; round < settings.Rounds; round++)
            {
                for (var turn = 0; turn < entrants.Length; turn++)
                {
                    entrants[(round + turn) % entrants.Length].Measure();
                }
            }
        }
        finally
        {
            Array.ForEach(contenders, static contender => contender.Dispose());
        }

        return new([.. entrants.Select(static entrant => entrant.Result)]);
    }

    // Until each has run for a while, and has the events it needs to be busy.
    private static void WarmUp(Settings settings, Entrant[] entrants)
    {
        var start = Stopwatch.GetTimestamp();
        for (var isAnyShort = true; isAnyShort || Stopwatch.GetElapsedTime(start) < settings.WarmUp;)
        {
            isAnyShort = false;
            foreach (var entrant in entrants)
            {
                isAnyShort |= entrant.WarmUp(settings.Run);
            }
        }
    }
}
