using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Awaiting;

/// <summary>A stage's message to itself: a handler that had to wait has ended.</summary>
/// <param name="Run">That handler's run.</param>
internal sealed record HandlingEnded(Task Run)
    : IDeadLetterSuppression, INoSerializationVerificationNeeded, INotInfluenceReceiveTimeout;
