namespace Party.Actors;

/// <summary>How the draining of one stage ended.</summary>
public enum DrainOutcome
{
    /// <summary>All that could be handed on was, and every consumer has said how far it came.</summary>
    Drained,

    /// <summary>The time was up before that; what was on its way, if anything was, is named in the report.</summary>
    Abandoned,

    /// <summary>The stage had stopped before it could be drained.</summary>
    Gone,

    /// <summary>The stage did not answer in time: its handler has not returned.</summary>
    Silent,

    /// <summary>It is an actor, but no stage: it was left alone, and goes on.</summary>
    NoStage,
}
