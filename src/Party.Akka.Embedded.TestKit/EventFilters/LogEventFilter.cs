using Akka.Event;

namespace Akka.TestKit.EventFilters;

/// <summary>Claims the log events that a condition holds for, and counts them for whoever listens.</summary>
internal sealed class LogEventFilter(string description, Predicate<LogEvent> claims) : IEventFilter
{
    /// <summary>Raised on the logger's thread for each event that is claimed.</summary>
    public event Action? Claimed;

    public bool Apply(LogEvent logEvent)
    {
        if (!Claims(logEvent))
        {
            return false;
        }

        Claimed?.Invoke();
        return true;
    }

    public override string ToString() => description;

    // A condition that throws, or a message without a text, claims nothing; the listener goes on.
    private bool Claims(LogEvent logEvent)
    {
        try
        {
            return claims(logEvent);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
