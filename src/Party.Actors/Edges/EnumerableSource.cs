using System.Diagnostics.CodeAnalysis;

namespace Party.Actors.Edges;

/// <summary>A sequence, whose events take as long as they take.</summary>
internal sealed class EnumerableSource<TEvent>(IEnumerable<TEvent> events) : Source<TEvent>
{
    private IEnumerator<TEvent>? _enumerator;
    private bool _isAtEvent;

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out TEvent item)
    {
        item = default;
        if (!_isAtEvent || _enumerator is null)
        {
            return false;
        }

        _isAtEvent = false;
        item = _enumerator.Current;
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> WaitAsync()
    {
        _enumerator ??= events.GetEnumerator();
        _isAtEvent = _enumerator.MoveNext();
        return new(_isAtEvent);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _enumerator?.Dispose();
        return default;
    }
}
