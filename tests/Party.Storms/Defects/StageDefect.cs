namespace Party.Storms.Defects;

/// <summary>What a stage of a storm does wrong.</summary>
public enum StageDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A stage between two others keeps events back and does not say so.</summary>
    KeepsInSecret,

    /// <summary>A stage between two others lets a batch go before it emits what it brought.</summary>
    ReleasesEarly,

    /// <summary>A consumer confirms by hand what it has not handled.</summary>
    ConfirmsEarly,

    /// <summary>The map of a stage's events changes, and none of them waits.</summary>
    SwapsMaps,
}
