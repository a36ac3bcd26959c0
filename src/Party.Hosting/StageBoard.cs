using Akka.Actor;

namespace Party.Hosting;

/// <summary>What is known of the stages of a host, for its health checks.</summary>
/// <remarks>Safe for use by any thread.</remarks>
internal sealed class StageBoard(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StageTrouble> _troubles = [];
    private readonly List<string> _stages = [];
    private TimeSpan _degradedFor;
    private HostPhase _phase;

    /// <summary>How far the host has come.</summary>
    public HostPhase Phase
    {
        get
        {
            lock (_lock)
            {
                return _phase;
            }
        }
    }

    /// <summary>These are the stages, and all of them have started.</summary>
    public void Start(IEnumerable<IActorRef> stages, TimeSpan degradedFor)
    {
        lock (_lock)
        {
            _stages.AddRange(stages.Select(stage => stage.Path.ToString()));
            _degradedFor = degradedFor;
            _phase = HostPhase.Running;
        }
    }

    /// <summary>The stages are being drained.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _phase = HostPhase.Stopping;
        }
    }

    /// <summary>Something is wrong; it is a stage's if it comes from there, or from below.</summary>
    public void Report(string source, TroubleKind kind, string message)
    {
        lock (_lock)
        {
            if (_stages.Find(path => $"{source}/".StartsWith($"{path}/", StringComparison.Ordinal)) is { } stage
                && !IsWorse(_troubles.GetValueOrDefault(stage), kind))
            {
                _troubles[stage] = new(kind, message, time.GetUtcNow());
            }
        }
    }

    /// <summary>
    /// A stage has ended. That is trouble only after a failure: a sequence may come to its end, and so may the host.
    /// </summary>
    public void End(IActorRef stage)
    {
        var path = stage.Path.ToString();
        lock (_lock)
        {
            if (_phase != HostPhase.Stopping && _troubles.TryGetValue(path, out var trouble)
                && trouble.Kind > TroubleKind.Overdue && IsRecent(trouble))
            {
                _troubles[path] = trouble with { HasEnded = true };
            }
        }
    }

    /// <summary>What is wrong now, a sentence for each stage.</summary>
    public IReadOnlyList<string> Troubles()
    {
        lock (_lock)
        {
            return [.. _troubles.Where(entry => entry.Value.HasEnded || IsRecent(entry.Value))
                .Select(entry => $"{entry.Key} {entry.Value}")];
        }
    }

    private bool IsRecent(StageTrouble trouble) => time.GetUtcNow() - trouble.At < _degradedFor;

    private bool IsWorse(StageTrouble? known, TroubleKind kind) =>
        known is not null && (known.HasEnded || (known.Kind > kind && IsRecent(known)));
}
