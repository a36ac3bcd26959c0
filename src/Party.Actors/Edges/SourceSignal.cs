using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;

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

    /// <summary>The source is over, and everything read from it has been handed on.</summary>
    /// <param name="Reason">Why the stage stops now.</param>
    public sealed record Over(EndReason Reason) : SourceSignal;

    /// <summary>A subscription has ended. Was it the last?</summary>
    public sealed record Left : SourceSignal;
}
