namespace Party.Actors.Protocol;

/// <summary>Which word of a consumer's farewell a <see cref="Cancel"/> is.</summary>
public enum CancelPhase
{
    /// <summary>The last word: what is still on its way will not be handled.</summary>
    Final,

    /// <summary>
    /// The first word: send no more, and say so with <see cref="Cancelled"/>. What is on its way will still be handled;
    /// then the last word follows.
    /// </summary>
    Asked,

    /// <summary>The last word of a stage that stops or restarts.</summary>
    Down,
}
