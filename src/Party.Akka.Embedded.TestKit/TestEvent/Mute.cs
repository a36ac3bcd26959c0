using Akka.Actor;
using Akka.TestKit.EventFilters;

namespace Akka.TestKit.TestEvent;

/// <summary>Tells the listener, over the event stream, to ask these filters about every event from now on.</summary>
internal sealed record Mute(IReadOnlyList<LogEventFilter> Filters) : INoSerializationVerificationNeeded;
