namespace Party.Actors.Tests.Edges;

/// <summary>A sequence that remembers how far it was read, and whether it was let go of.</summary>
internal sealed class Tape
{
    public int Read { get; private set; }

    public int Starts { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>0, 1, 2 …, and at the end either the end or a failure.</summary>
    public IEnumerable<int> Play(int count, string? failure = null)
    {
        Starts++;
        try
        {
            for (var number = 0; number < count; number++)
            {
                Read++;
                yield return number;
            }

            if (failure is not null)
            {
                throw new FormatException(failure);
            }
        }
        finally
        {
            IsClosed = true;
        }
    }
}
