using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Supervising;

/// <summary>A supervisor's message to itself: a child's time to end by itself is over.</summary>
internal sealed record ChildDeadline(Child Child) : IDeadLetterSuppression, INoSerializationVerificationNeeded;
