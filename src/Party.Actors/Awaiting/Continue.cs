using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Awaiting;

/// <summary>A stage's message to itself: a handler that has waited can go on.</summary>
/// <param name="Of">Whose handlers; those of an actor before a restart go on elsewhere.</param>
internal sealed record Continue(Continuations Of)
    : IDeadLetterSuppression, INoSerializationVerificationNeeded, INotInfluenceReceiveTimeout;
