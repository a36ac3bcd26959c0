using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Party.Flows.Sources;

/// <summary>A channel that says where it was when it failed.</summary>
internal sealed class NamedReader<TEvent>(ChannelReader<TEvent> reader) : ChannelReader<TEvent>
{
    private long _read;

    /// <inheritdoc/>
    public override Task Completion => reader.Completion;

    /// <inheritdoc/>
    public override bool TryRead([MaybeNullWhen(false)] out TEvent item)
    {
        var isRead = reader.TryRead(out item);
        _read += isRead ? 1 : 0;
        return isRead;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw FlowException.OfSource($"{_read} events of a channel", error);
        }
    }
}
