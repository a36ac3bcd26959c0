using Akka.Event;

namespace Akka.TestKit.EventFilters;

/// <summary>The filters that a test can ask for.</summary>
internal static class Claims
{
    /// <exception cref="ArgumentOutOfRangeException">The level is none of the four.</exception>
    public static LogEventFilter Level(LogLevel level, TextMatch message, TextMatch source)
    {
        if (!Enum.IsDefined(level))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Expected a log level from debug to error.");
        }

        return level == LogLevel.ErrorLevel
            ? Exception(null, message, source, inner: false)
            : new(
                $"{Logging.StringFor(level)}{message.Description}{source.Description}",
                evt => evt.LogLevel() == level && source.Matches(Source(evt)) && message.Matches(Text(evt.Message)));
    }

    /// <summary>An error, with a cause of the type if one is given. Its message may be the cause's, too.</summary>
    /// <exception cref="ArgumentException">The type is no exception.</exception>
    public static LogEventFilter Exception(Type? type, TextMatch message, TextMatch source, bool inner)
    {
        if (type is not null && !typeof(Exception).IsAssignableFrom(type))
        {
            throw new ArgumentException($"Expected a type of exceptions, got {type}.", nameof(type));
        }

        return new(
            $"{type?.Name ?? "ERROR"}{message.Description}{source.Description}",
            evt => evt is Error error
                && source.Matches(Source(evt))
                && (type is null && error.Cause is null
                    ? message.Matches(Text(error.Message))
                    : Causes(error.Cause, inner).Any(each =>
                        type?.IsInstanceOfType(each) is not false && IsAbout(error, each, message))));
    }

    /// <summary>A dead letter, by what was sent; the listener wraps dead letters in warnings.</summary>
    public static LogEventFilter DeadLetter(string description, Predicate<object> isMessage, TextMatch source) => new(
        $"{description}{source.Description}",
        evt => evt is Warning { Message: DeadLetter letter }
            && source.Matches(Source(evt))
            && isMessage(letter.Message));

    public static LogEventFilter Custom(Predicate<LogEvent> predicate) => new("a log event that fits", predicate);

    private static bool IsAbout(Error error, Exception cause, TextMatch message) =>
        (error.Message is null && cause.Message.Length == 0)
        || message.Matches(Text(error.Message))
        || message.Matches(cause.Message);

    private static string Text(object? message) => message?.ToString() ?? "null";

    private static string Source(LogEvent evt) => evt.LogSource ?? "";

    private static IEnumerable<Exception> Causes(Exception? cause, bool inner)
    {
        for (var each = cause; each is not null; each = inner ? each.InnerException : null)
        {
            yield return each;
        }
    }
}
