using Akka.Actor;
using Party.Actors;
using Party.Simulation;
using Party.Storms.Scenarios;

namespace Party.Storms;

/// <summary>The drains of a storm: as many as it says, at any moment, and their reports.</summary>
internal sealed class StormDrain(ActorSimulation simulation, IReadOnlyCollection<IActorRef> stages) : IDisposable
{
    // Every drain has a second longer than its stages.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Pipeline _pipeline = new(simulation.System, stages);
    private readonly List<(Task<DrainReport> Report, TimeSpan Deadline)> _others = [];
    private readonly List<Task<DrainReport>> _all = [];
    private Task<DrainReport>? _first;
    private TimeSpan _deadline;
    private ITimer? _clock;

    /// <summary>Whether any has begun.</summary>
    public bool HasBegun => _all.Count > 0;

    /// <summary>Every report that is not the same, with how long it might have taken.</summary>
    public IEnumerable<(DrainReport Report, TimeSpan Deadline)> Reports =>
        (_first is null ? _others : _others.Prepend((_first, _deadline)))
            .Select(static one => (one.Item1.Result, one.Item2));

    /// <summary>Begins one.</summary>
    public void Begin(Act act)
    {
        if (act.IsHasty)
        {
            // Time goes on while there is something to do.
            _clock ??= simulation.Clock.CreateTimer(
                static _ => { }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }

        if (act.Kind == ActKind.DrainToo)
        {
            _others.Add((new Pipeline(simulation.System, stages).DrainAsync(act.Deadline), act.Deadline));
            _all.Add(_others[^1].Report);
            return;
        }

        _deadline = _first is null ? act.Deadline : _deadline;
        _first ??= _pipeline.DrainAsync(act.Deadline);
        _all.Add(_pipeline.DrainAsync(act.Deadline));
    }

    /// <summary>Waits for all of them.</summary>
    /// <returns>What is wrong with how they ended; null if nothing is.</returns>
    public string? End()
    {
        var isHasty = _clock is not null;

        // Where time goes on while messages wait, nothing that is done takes a time of its own.
        var limit = isHasty ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(Act.Patience) + Grace + Grace;
        if (!simulation.RunUntil(() => _all.All(static one => one.IsCompleted), limit))
        {
            return $"Expected each drain to end in its time, got one that goes on after {limit}.";
        }

        _clock?.Dispose();
        simulation.Run();
        if (_first is not null && _all.Any(one => one != _first && !_others.Exists(other => other.Report == one)
            && !ReferenceEquals(one.Result, _first.Result)))
        {
            return "Expected whoever drains the same pipeline again to get the same report, got another.";
        }

        foreach (var (report, deadline) in Reports)
        {
            if (!isHasty && deadline != Timeout.InfiniteTimeSpan && report.Took > deadline + Grace)
            {
                return $"Expected a drain to end within {deadline} and a second, got {report.Took}.";
            }
        }

        return null;
    }

    public void Dispose() => _clock?.Dispose();
}
