using Party.Demand.Ledgers;

namespace Party.Storms.Stages;

/// <summary>Which partitions of a stage are paused for certain, and how many events each had been sent.</summary>
internal sealed class Pauses
{
    private readonly Dictionary<int, long?> _sent = [];
    private readonly HashSet<int> _wanted = [];

    // Pauses and resumptions that the stage has not answered.
    private int _unanswered;

    // One was refused, since its partition was no more by then; which, nobody knows.
    private bool _isUnsure;

    /// <summary>Whether a partition may be paused.</summary>
    public bool MayBe(int partition) => _unanswered > 0 || _wanted.Contains(partition);

    /// <summary>Those that are to be resumed.</summary>
    public IReadOnlyCollection<int> Wanted => [.. _wanted];

    /// <summary>A partition is told to pause, or to resume.</summary>
    public void Tell(int partition, bool isPaused)
    {
        _unanswered++;
        _sent.Remove(partition);
        _ = isPaused ? _wanted.Add(partition) : _wanted.Remove(partition);
    }

    /// <summary>It answered.</summary>
    /// <param name="isRefused">Whether it was refused.</param>
    public void Answer(bool isRefused)
    {
        _isUnsure |= isRefused;
        if (--_unanswered == 0 && !_isUnsure)
        {
            foreach (var partition in _wanted)
            {
                _sent.TryAdd(partition, null);
            }
        }
    }

    /// <summary>Looks whether a paused partition was served.</summary>
    /// <returns>The first that was; null if none was.</returns>
    public PartitionBooks? Served(ProducerBooks books)
    {
        foreach (var (partition, before) in _sent)
        {
            var one = books.Partitions[partition];
            var sent = one.Handled + one.InFlight;
            if (sent > before)
            {
                return one;
            }

            _sent[partition] = sent;
        }

        return null;
    }
}
