using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Producing;

/// <summary>Anyone in this process → stage: publish snapshots from now on, until the watch is over.</summary>
internal sealed record BeginWatch(StageWatch Watch) : IDeadLetterSuppression, INoSerializationVerificationNeeded;
