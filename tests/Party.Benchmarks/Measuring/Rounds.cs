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

    // Until all have run for a while, with the events they need to be busy, and none has become faster any more. The
    // runtime compiles what runs often a second and a third time, better, when it finds a processor to do it.
    private static void WarmUp(Settings settings, Entrant[] entrants, bool isAnyNew)
    {
        var (least, turns) = isAnyNew ? (settings.WarmUp, 4) : (settings.WarmUp / 5, 1);
        var start = Stopwatch.GetTimestamp();
        for (var warm = 0; warm < turns || Stopwatch.GetElapsedTime(start) < least;)
        {
            var areWarm = entrants.Count(entrant => entrant.WarmUp(settings.Run)) == entrants.Length;
            warm = areWarm ? warm + 1 : 0;
        }
    }
}
