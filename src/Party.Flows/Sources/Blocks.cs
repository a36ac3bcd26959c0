namespace Party.Flows.Sources;

/// <summary>Events that stages read by themselves, a block at a time. It belongs to one run.</summary>
internal abstract class Blocks<TEvent>
{
    /// <summary>The next block for a stage; empty where there is no more.</summary>
    /// <param name="stage">Which of the layer's stages reads, from 0.</param>
    /// <param name="size">The most events of a block.</param>
    public abstract ReadOnlyMemory<TEvent> Read(int stage, int size);

    /// <summary>Nobody reads any more.</summary>
    public virtual void Close()
    {
    }
}
