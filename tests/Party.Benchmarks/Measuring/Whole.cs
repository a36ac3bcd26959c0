namespace Party.Benchmarks.Measuring;

/// <summary>A contender that goes once through all events that there are.</summary>
internal abstract class Whole(string name, int count) : IContender
{
    public string Name => name;

    public long Least => count;

    public long Most => count;

    public long Run(long count) => Run();

    public virtual void Dispose()
    {
    }

    /// <summary>Goes through them.</summary>
    /// <returns>A fingerprint of what came out, in whatever order.</returns>
    protected abstract long Run();
}
