using Akka.Actor;
using Party.Demand.Watching;

namespace Party.Actors;

/// <summary>What is going on in a producing stage, kept up to date as long as this is not disposed of.</summary>
/// <remarks>
/// The stage makes snapshots only while somebody watches: one as the watching begins, then one for every <see
/// cref="ProducerOptions{TEvent}.SnapshotInterval"/> in which it did something, and one more to say what it waits for
/// when it did nothing in the last. Reading costs the stage nothing. Safe for use by any thread.
/// </remarks>
public sealed class StageWatch : IDisposable
{
    private volatile StageSnapshot? _latest;
    private volatile bool _isOver;

    internal StageWatch(IActorRef stage) => Stage = stage;

    /// <summary>The stage.</summary>
    public IActorRef Stage { get; }

    /// <summary>The newest snapshot; null until the first one is there.</summary>
    /// <value>
    /// The last one of a stage that has stopped says so, and stays. A stage that has stopped before, one of another
    /// process, one that only consumes, or an actor that is no stage has none.
    /// </value>
    public StageSnapshot? Latest => _latest;

    internal bool IsOver => _isOver;

    /// <summary>Ends the watching; <see cref="Latest"/> stays as it is.</summary>
    public void Dispose() => _isOver = true;

    internal void Publish(StageSnapshot snapshot)
    {
        if (!_isOver)
        {
            _latest = snapshot;
        }
    }
}
