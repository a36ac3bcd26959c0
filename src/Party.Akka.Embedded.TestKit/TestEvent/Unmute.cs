using Akka.Actor;
using Akka.TestKit.EventFilters;

namespace Akka.TestKit.TestEvent;

/// <summary>Tells the listener, over the event stream, not to ask these filters any more.</summary>
internal sealed record Unmute(IReadOnlyList<LogEventFilter> Filters) : INoSerializationVerificationNeeded;
