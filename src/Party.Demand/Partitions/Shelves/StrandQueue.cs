namespace Party.Demand.Partitions.Shelves;

/// <summary>Strands that are ready, in the order in which they are served; each is in one queue at most.</summary>
/// <remarks>Every operation is O(1).</remarks>
internal sealed class StrandQueue
{
    private Strand? _last;

    /// <summary>The one that is served next; null without any.</summary>
    public Strand? First { get; private set; }

    /// <summary>Puts a strand last that is in no queue.</summary>
    public void Append(Strand strand)
    {
        (strand.Queue, strand.Before, strand.Behind) = (this, _last, null);
        if (_last is null)
        {
            First = strand;
        }
        else
        {
            _last.Behind = strand;
        }

        _last = strand;
    }

    /// <summary>Puts a strand first that is in no queue.</summary>
    public void Prepend(Strand strand)
    {
        (strand.Queue, strand.Before, strand.Behind) = (this, null, First);
        if (First is null)
        {
            _last = strand;
        }
        else
        {
            First.Before = strand;
        }

        First = strand;
    }

    /// <summary>Takes out a strand that is in this queue.</summary>
    public void Remove(Strand strand)
    {
        if (strand.Before is null)
        {
            First = strand.Behind;
        }
        else
        {
            strand.Before.Behind = strand.Behind;
        }

        if (strand.Behind is null)
        {
            _last = strand.Before;
        }
        else
        {
            strand.Behind.Before = strand.Before;
        }

        strand.Queue = null;
        strand.Before = strand.Behind = null;
    }
}
