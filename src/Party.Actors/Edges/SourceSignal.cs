using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Edges;

/// <summary>What a stage that reads a source tells itself.</summary>
internal abstract record SourceSignal : IDeadLetterSuppression, INoSerializationVerificationNeeded
{
    private SourceSignal()
    {
    }

    /// <summary>The source has answered.</summary>
    /// <param name="IsMore">Whether it is worth reading again.</param>
    public sealed record Waited(bool IsMore) : SourceSignal;

    /// <summary>The source has failed.</summary>
    /// <param name="Error">Of what.</param>
    public sealed record Failed(Exception Error) : SourceSignal;

    /// <summary>A subscription has ended. Was it the last?</summary>
    public sealed record Left : SourceSignal;
}
