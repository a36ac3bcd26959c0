using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Actors.Draining;

/// <summary>How far one stage of a pipeline has come with draining.</summary>
internal sealed class StageDrain(IActorRef stage)
{
    private List<StageDrain> _waiting = [];
    private int _ended;

    public IActorRef Stage => stage;

    /// <summary>Its path, as the report has it.</summary>
    public string Path => stage.Path.ToStringWithoutAddress();

    /// <summary>Those of the pipeline's stages that feed it; null until it has answered.</summary>
    public IReadOnlyList<StageDrain>? Feeders
    {
        get;
        set
        {
            field = value;
            _ended = 0;
        }
    }

    /// <summary>Whether it was told to drain.</summary>
    public bool IsDraining { get; set; }

    /// <summary>Whether it has stopped.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether nothing more is to be done: it has stopped, or is not the pipeline's to stop.</summary>
    public bool IsLeft => IsGone || Result?.Outcome == DrainOutcome.NoStage;

    /// <summary>The books it left when it stopped, if it said so.</summary>
    public ProducerBooks? LastBooks { get; set; }

    /// <summary>What came of it; null until that is known.</summary>
    public DrainedStage? Result { get; set; }

    /// <summary>Whether all that feed it have ended. If not, it waits for one of them that has not.</summary>
    /// <returns>False too where it has not answered.</returns>
    public bool IsFedByNobody()
    {
        if (Feeders is not { } feeders)
        {
            return false;
        }

        // Whoever has ended stays so: no feeder is looked at twice, however many there are.
        while (_ended < feeders.Count && feeders[_ended].Result is not null)
        {
            _ended++;
        }

        if (_ended == feeders.Count)
        {
            return true;
        }

        feeders[_ended]._waiting.Add(this);
        return false;
    }

    /// <summary>Those that waited for it, which it has no more then.</summary>
    /// <returns>They may wait for another one that feeds them.</returns>
    public IReadOnlyList<StageDrain> TakeWaiting()
    {
        var waiting = _waiting;
        _waiting = [];
        return waiting;
    }
}
