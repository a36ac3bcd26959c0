namespace Party.Demand.Watching;

/// <summary>How many events one partition had been given at former snapshots: so old is what it parks.</summary>
/// <remarks>
/// A partition was given its events one after the other, so that the n-th of them has been there since the first
/// snapshot at which it had been given n. Notes that are older than all that is parked are dropped, and of the others
/// those without which the gap is still no more than one part in eight of the age: few are left of any number.
/// </remarks>
internal sealed class ParkNotes
{
    private const int Resolution = 8;

    private readonly List<(DateTimeOffset Time, long Placed)> _notes = [];

    /// <summary>How long the oldest parked event has been parked, at least; then takes note of this snapshot.</summary>
    /// <param name="placed">How many events the partition was given so far.</param>
    /// <param name="parked">How many of them are parked, at least 1.</param>
    /// <param name="now">The time of this snapshot.</param>
    public TimeSpan Note(long placed, int parked, DateTimeOffset now)
    {
        var oldest = placed - parked + 1;
        _notes.RemoveAll(note => note.Placed < oldest);
        _notes.Add((now, placed));
        for (var index = _notes.Count - 2; index > 0; index--)
        {
            var gap = _notes[index + 1].Time - _notes[index - 1].Time;
            if (gap <= (now - _notes[index + 1].Time) / Resolution)
            {
                _notes.RemoveAt(index);
            }
        }

        var age = now - _notes[0].Time;
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
