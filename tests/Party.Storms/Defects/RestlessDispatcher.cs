using Party.Demand.Dispatching;

namespace Party.Storms.Defects;

/// <summary>A partition that is paused says so, and is served all the same.</summary>
internal sealed class RestlessDispatcher(IDispatcher<int> inner) : PassingDispatcher(inner)
{
    private readonly HashSet<int> _paused = [];

    public override bool IsPaused(int partition) => _paused.Contains(partition);

    public override Dispatch<int> PausePartition(int partition)
    {
        _paused.Add(partition);
        return default;
    }

    public override Dispatch<int> ResumePartition(int partition)
    {
        _paused.Remove(partition);
        return default;
    }
}
