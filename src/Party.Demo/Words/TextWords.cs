namespace Party.Demo.Words;

/// <summary>The words of a text, read as they are wanted, and never all of it at once.</summary>
internal sealed class TextWords(TextReader text, long? limit) : WordFeed(limit)
{
    private readonly WordReader _reader = new(text);
    private IReadOnlyList<string> _words = [];
    private int _next;
    private bool _isReading;

    protected override bool IsAtEnd => _reader.IsAtEnd && !_isReading && _next == _words.Count;

    protected override bool IsReady => !_isReading && _next < _words.Count;

    /// <summary>Reads on, away from the caller's thread: a terminal or a pipe may take for ever.</summary>
    public override Task<IReadOnlyList<string>>? Refill()
    {
        if (_isReading || _next < _words.Count || _reader.IsAtEnd)
        {
            return null;
        }

        _isReading = true;
        return Task.Factory.StartNew(
            _reader.Read,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
    }

    public override void Accept(IReadOnlyList<string> words)
    {
        (_words, _next) = (words, 0);
        _isReading = false;
    }

    protected override string Draw() => _words[_next++];
}
