using Akka.Actor;

namespace Party.Flows.Stages;

/// <summary>What the stages of a flow and its coordinator tell each other, and a stage itself.</summary>
internal abstract record StageSignal : INoSerializationVerificationNeeded
{
    private StageSignal()
    {
    }

    /// <summary>A stage has been admitted wherever it is subscribed.</summary>
    public sealed record Ready : StageSignal
    {
        /// <summary>The one there is.</summary>
        public static Ready Instance { get; } = new();
    }

    /// <summary>A stage goes on reading.</summary>
    public sealed record GoOn : StageSignal, Akka.Event.IDeadLetterSuppression
    {
        /// <summary>The one there is.</summary>
        public static GoOn Instance { get; } = new();
    }

    /// <summary>Every open window of a stage fires.</summary>
    /// <param name="Name">What the trigger is called.</param>
    public sealed record Fire(string Name) : StageSignal, Akka.Event.IDeadLetterSuppression;
}
