using Akka.Actor;
using Akka.Event;

namespace Party.Flows.Running;

/// <summary>What the coordinator of a flow is told by itself, or by whoever runs the flow.</summary>
internal abstract record RunSignal : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    private RunSignal()
    {
    }

    /// <summary>It is time to say how far the flow has come.</summary>
    public sealed record Report : RunSignal
    {
        /// <summary>The one there is.</summary>
        public static Report Instance { get; } = new();
    }

    /// <summary>A stage has failed.</summary>
    /// <param name="Error">Of what.</param>
    /// <param name="Place">Which stage.</param>
    public sealed record Failed(Exception Error, string Place) : RunSignal;

    /// <summary>Somebody cancelled the flow.</summary>
    /// <param name="Token">By which token.</param>
    public sealed record Cancelled(CancellationToken Token) : RunSignal;
}
