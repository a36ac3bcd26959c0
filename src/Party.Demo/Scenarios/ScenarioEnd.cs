using Party.Actors;

namespace Party.Demo.Scenarios;

/// <summary>How a scenario is told to end: the first time in order, the second at once.</summary>
/// <remarks>It may be told at any time, by any thread: whatever comes too early is remembered.</remarks>
internal sealed class ScenarioEnd : IDisposable
{
    private readonly CancellationTokenSource _told = new();
    private readonly Lock _lock = new();
    private IReadOnlyList<Pipeline> _pipelines = [];
    private int _count;

    /// <summary>Cancelled when it has been told once.</summary>
    public CancellationToken Told => _told.Token;

    /// <summary>Tells it.</summary>
    public void Tell()
    {
        lock (_lock)
        {
            _count++;
            AbandonIfTold();
        }

        _told.Cancel();
    }

    /// <summary>Begins the end: these are drained from now on, or abandoned where it has been told twice.</summary>
    /// <param name="pipelines">The pipelines.</param>
    public void Drains(IReadOnlyList<Pipeline> pipelines)
    {
        lock (_lock)
        {
            _pipelines = pipelines;
            AbandonIfTold();
        }
    }

    public void Dispose() => _told.Dispose();

    private void AbandonIfTold()
    {
        if (_count < 2)
        {
            return;
        }

        foreach (var pipeline in _pipelines)
        {
            _ = pipeline.AbandonAsync();
        }
    }
}
