namespace Party.Actors;

/// <summary>When a supervisor starts a child again that has ended.</summary>
/// <remarks>
/// A child that stops itself ends normally; one that throws, or is killed, ends abnormally. A child that is terminated
/// by its supervisor is never started again.
/// </remarks>
public enum ChildRestart
{
    /// <summary>Never.</summary>
    Temporary,

    /// <summary>After an abnormal end: the same reference, made anew from the same props.</summary>
    Transient,

    /// <summary>
    /// Always. After an abnormal end behind the same reference, after a normal one from the same props under a new one.
    /// </summary>
    Permanent,
}
