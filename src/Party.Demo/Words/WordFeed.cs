namespace Party.Demo.Words;

/// <summary>Where a producer's words come from, in one order. It outlives the producer's restarts.</summary>
internal abstract class WordFeed(long? limit)
{
    private readonly long _limit = limit ?? long.MaxValue;
    private long _taken;

    /// <summary>Whether there will never be another word.</summary>
    public bool IsExhausted => _taken == _limit || IsAtEnd;

    /// <summary>Whether a word can be taken now.</summary>
    public bool HasNext => _taken < _limit && IsReady;

    /// <summary>Whether the source itself has ended.</summary>
    protected virtual bool IsAtEnd => false;

    /// <summary>Whether the source has a word at hand.</summary>
    protected virtual bool IsReady => true;

    /// <summary>Takes a word; there is one when <see cref="HasNext"/> says so.</summary>
    public string Next()
    {
        _taken++;
        return Draw();
    }

    /// <summary>
    /// Begins to get more words from wherever they have to be waited for; null where nothing has to be.
    /// </summary>
    public virtual Task<IReadOnlyList<string>>? Refill() => null;

    /// <summary>Takes what <see cref="Refill"/> brought; nothing where it failed, and can be tried again.</summary>
    public virtual void Accept(IReadOnlyList<string> words)
    {
    }

    protected abstract string Draw();
}
