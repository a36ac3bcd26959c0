using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Party.Actors.Edges;

/// <summary>A channel. What the stage has not been asked for stays in it, even if the stage stops.</summary>
internal sealed class ChannelSource<TEvent>(ChannelReader<TEvent> reader) : Source<TEvent>
{
    private readonly CancellationTokenSource _closing = new();

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out TEvent item) => reader.TryRead(out item);

    /// <inheritdoc/>
    public override ValueTask<bool> WaitAsync() => reader.WaitToReadAsync(_closing.Token);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _closing.Dispose();
    }
}
