namespace Party.Flows.Sources;

/// <summary>A sequence, which one stage reads.</summary>
internal sealed class SequenceBlocks<TEvent>(IEnumerable<TEvent> events) : Blocks<TEvent>
{
    private IEnumerator<TEvent>? _enumerator;
    private TEvent[] _room = [];
    private long _read;
    private bool _isOver;

    /// <inheritdoc/>
    protected override ReadOnlyMemory<TEvent> ReadNext(int size)
    {
        if (_room.Length < size)
        {
            _room = new TEvent[size];
        }

        var count = 0;
        try
        {
            _enumerator ??= events.GetEnumerator();
            for (; count < size && !_isOver; count++)
            {
                if (!_enumerator.MoveNext())
                {
                    _isOver = true;
                    break;
                }

                _room[count] = _enumerator.Current;
            }
        }
        catch (Exception error)
        {
            throw FlowException.OfSource($"{_read + count} events", error);
        }

        _read += count;
        return _room.AsMemory(0, count);
    }

    /// <inheritdoc/>
    public override void Close()
    {
        _isOver = true;
        _enumerator?.Dispose();
    }
}
