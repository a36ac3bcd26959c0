using System.Threading.Channels;

namespace Party.Actors.Edges;

/// <summary>Between the actor that consumes for a stream and the code that reads it: a batch at a time.</summary>
internal sealed class StreamPipe<TEvent>
{
    private readonly Channel<StreamBatch<TEvent>> _batches = Channel.CreateUnbounded<StreamBatch<TEvent>>(
        new() { SingleReader = true, SingleWriter = true });

    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The batches: never more than one that is not done with.</summary>
    public ChannelReader<StreamBatch<TEvent>> Batches => _batches.Reader;

    /// <summary>Completes when every subscription has been cancelled.</summary>
    public Task Left => _left.Task;

    /// <summary>Hands a batch over.</summary>
    /// <returns>Completes when the element after its last one is asked for.</returns>
    public Task HandAsync(IReadOnlyList<TEvent> events)
    {
        var batch = new StreamBatch<TEvent>(events);
        _batches.Writer.TryWrite(batch);
        return batch.Done;
    }

    /// <summary>The stream fails, after what has been handed over.</summary>
    public void Fail(Exception error) => _batches.Writer.TryComplete(error);

    /// <summary>The stream ends, after what has been handed over, unless it has failed.</summary>
    public void Leave()
    {
        _batches.Writer.TryComplete();
        _left.TrySetResult();
    }
}
