using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Actors.Draining;

/// <summary>How far one stage of a pipeline has come with draining.</summary>
internal sealed class StageDrain(IActorRef stage)
{
    public IActorRef Stage => stage;

    /// <summary>Its path, as the report has it.</summary>
    public string Path => stage.Path.ToStringWithoutAddress();

    /// <summary>Those of the pipeline's stages that feed it; null until it has answered.</summary>
    public IReadOnlyList<IActorRef>? Feeders { get; set; }

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
}
