namespace Party.Actors.Protocol;

/// <summary>Stage → whoever sent <see cref="Inform"/>: the message is here, and waits for its time.</summary>
public sealed record Informed
{
    /// <summary>The only one.</summary>
    public static Informed Instance { get; } = new();
}
