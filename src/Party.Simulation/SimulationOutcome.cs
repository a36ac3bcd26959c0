namespace Party.Simulation;

/// <summary>Why a run ended. A broken law is no outcome but a <see cref="SimulationException"/>.</summary>
public enum SimulationOutcome
{
    /// <summary>Nothing was left to do: no message, no timer.</summary>
    Quiescent,

    /// <summary>The time was up; there is more to do.</summary>
    DeadlineReached,

    /// <summary>The condition that the run was waiting for holds.</summary>
    ConditionMet,
}
