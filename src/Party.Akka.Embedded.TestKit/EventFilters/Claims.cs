using Akka.Event;

namespace Akka.TestKit.EventFilters;

/// <summary>The filters that a test can ask for.</summary>
internal static class Claims
{
    public static LogEventFilter Level(LogLevel level, TextMatch message, TextMatch source) => new(
        $"{Logging.StringFor(level)}{message.Description}{source.Description}",
        evt => evt.LogLevel() == level && source.Matches(Source(evt)) && message.Matches(Message(evt)));

    /// <summary>An error with a cause of the type. Its message may be the event's own or the cause's.</summary>
    public static LogEventFilter Exception(Type type, TextMatch message, TextMatch source, bool inner) => new(
        $"{type.Name}{message.Description}{source.Description}",
        evt => evt is Error { Cause: { } cause }
            && source.Matches(Source(evt))
            && Causes(cause, inner).Any(each =>
                type.IsInstanceOfType(each) && (message.Matches(Message(evt)) || message.Matches(each.Message))));

    /// <summary>A dead letter, by what was sent; the listener wraps dead letters in warnings.</summary>
    public static LogEventFilter DeadLetter(string description, Predicate<object> isMessage, TextMatch source) => new(
        $"{description}{source.Description}",
        evt => evt is Warning { Message: DeadLetter letter }
            && source.Matches(Source(evt))
            && isMessage(letter.Message));

    public static LogEventFilter Custom(Predicate<LogEvent> predicate) => new("a log event that fits", predicate);

    private static string Message(LogEvent evt) => evt.Message?.ToString() ?? "";

    private static string Source(LogEvent evt) => evt.LogSource ?? "";

    private static IEnumerable<Exception> Causes(Exception cause, bool inner)
    {
        IEnumerable<Exception> deeper = cause switch
        {
            _ when !inner => [],
            AggregateException several => several.InnerExceptions,
            { InnerException: { } one } => [one],
            _ => [],
        };
        return deeper.SelectMany(each => Causes(each, inner)).Prepend(cause);
    }
}
