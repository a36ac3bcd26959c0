namespace Party.Conformance.Stages;

/// <summary>Stages that a recorded script can be played to.</summary>
public interface IStageWorld
{
    /// <summary>Does what a step says, and waits until nothing more happens of it.</summary>
    StageRecord Play(StageStep done);
}
