using System.Collections.Concurrent;

namespace Party.Flows.Sources;

/// <summary>Events that stages read by themselves, a block at a time. It belongs to one run.</summary>
internal abstract class Blocks<TEvent>
{
    // What a stage has read and not handled yet; where it is restarted, it gets it again.
    private readonly ConcurrentDictionary<int, ReadOnlyMemory<TEvent>> _open = [];

    /// <summary>The next block for a stage, or the one that it has not handled; empty where there is no more.</summary>
    /// <param name="stage">Which of the layer's stages reads, from 0.</param>
    /// <param name="size">The most events of the next block.</param>
    public ReadOnlyMemory<TEvent> Read(int stage, Func<int> size)
    {
        if (!_open.TryGetValue(stage, out var block))
        {
            block = ReadNext(size());
            _open[stage] = block;
        }

        return block;
    }

    /// <summary>A stage has handled the block that it read.</summary>
    public void Handled(int stage) => _open.TryRemove(stage, out _);

    /// <summary>The next block; empty where there is no more.</summary>
    protected abstract ReadOnlyMemory<TEvent> ReadNext(int size);

    /// <summary>Nobody reads any more.</summary>
    public virtual void Close()
    {
    }
}
