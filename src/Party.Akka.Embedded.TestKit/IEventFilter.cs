using Akka.Event;

namespace Akka.TestKit;

/// <summary>Decides which log events a test claims for itself.</summary>
public interface IEventFilter
{
    /// <summary>Looks at a log event.</summary>
    /// <returns>True if the event is the filter's: it is counted and not printed.</returns>
    bool Apply(LogEvent logEvent);
}
