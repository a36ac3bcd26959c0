using System.Diagnostics;

namespace Party.Benchmarks.Measuring;

/// <summary>
/// Rounds in which every contender runs once, one after the other, so that they share the machine's moods. Each round
/// begins with another one, so that the same is not always the first.
/// </summary>
internal static class Rounds
{
    // What has run in this process already.
    private static readonly HashSet<Type> Known = [];

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
            var isAnyNew = contenders.Select(static one => Known.Add(one.GetType())).ToArray().Contains(true);
            WarmUp(settings, entrants, isAnyNew);
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

    // Until each has the events it needs to be busy and, if there is a new one, all have run for a while.
    private static void WarmUp(Settings settings, Entrant[] entrants, bool isAnyNew)
    {
        var least = isAnyNew ? settings.WarmUp : settings.WarmUp / 5;
        var start = Stopwatch.GetTimestamp();
        for (var isAnyShort = true; isAnyShort || Stopwatch.GetElapsedTime(start) < least;)
        {
            isAnyShort = false;
            foreach (var entrant in entrants)
            {
                isAnyShort |= entrant.WarmUp(settings.Run);
            }
        }
    }
}
