using System.Diagnostics.CodeAnalysis;

namespace Party.Actors.Edges;

/// <summary>A sequence whose events may be long in coming.</summary>
internal sealed class AsyncEnumerableSource<TEvent>(IAsyncEnumerable<TEvent> events) : Source<TEvent>
{
    private readonly CancellationTokenSource _closing = new();
    private IAsyncEnumerator<TEvent>? _enumerator;
    private Task<bool> _move = Task.FromResult(false);
    private bool _isTaken = true;

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out TEvent item)
    {
        item = default;
        if (_isTaken || _enumerator is null || !_move.IsCompletedSuccessfully)
        {
            return false;
        }

        _isTaken = true;
        item = _enumerator.Current;
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> WaitAsync()
    {
        _enumerator ??= events.GetAsyncEnumerator(_closing.Token);
        _move = _enumerator.MoveNextAsync().AsTask();
        _isTaken = false;
        return new(_move);
    }

    /// <summary>An enumerator must not be disposed of while it moves: the token is what ends that.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await ((Task)_move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_enumerator is not null)
        {
            await _enumerator.DisposeAsync().ConfigureAwait(false);
        }

        _closing.Dispose();
    }
}
