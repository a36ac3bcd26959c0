namespace Akka.Event;

/// <summary>Logging by level.</summary>
/// <remarks>The methods named after a level log where that is enabled; those named Log log in any case.</remarks>
public static partial class LoggingExtensions
{
    /// <summary>Logs at a level, the text as it is.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format) => log.Log(level, null, format);

    /// <summary>Logs at a level, from a template and its arguments.</summary>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format, object[] args) =>
        log.Publish(level, null, format, args);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object[] args) =>
        log.Publish(level, cause, format, args);

    /// <summary>Logs at a level, with an exception if there is one, from a template and its arguments.</summary>
    public static void Log<T1>(this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1) =>
        log.Publish(logLevel, cause, format, arg1);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log<T1, T2>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2) =>
        log.Publish(logLevel, cause, format, arg1, arg2);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log<T1, T2, T3>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Publish(logLevel, cause, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log<T1, T2, T3, T4>(
        this ILoggingAdapter log,
        LogLevel logLevel,
        Exception? cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4) =>
        log.Publish(logLevel, cause, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log,
        LogLevel logLevel,
        Exception? cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5) =>
        log.Publish(logLevel, cause, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Log{T1}(ILoggingAdapter, LogLevel, Exception, string, T1)"/>
    public static void Log<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        LogLevel logLevel,
        Exception? cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6) =>
        log.Publish(logLevel, cause, format, arg1, arg2, arg3, arg4, arg5, arg6);

    private static void Write(this ILoggingAdapter log, LogLevel level, Exception? cause, string format)
    {
        if (log.IsEnabled(level))
        {
            log.Log(level, cause, format);
        }
    }

    private static void Fill(
        this ILoggingAdapter log,
        LogLevel level,
        Exception? cause,
        string format,
        params ReadOnlySpan<object?> arguments)
    {
        if (log.IsEnabled(level))
        {
            log.Publish(level, cause, format, arguments);
        }
    }

    private static void Publish(
        this ILoggingAdapter log,
        LogLevel level,
        Exception? cause,
        string format,
        params ReadOnlySpan<object?> arguments) =>
        log.Log(level, cause, new FilledMessage(log.Formatter, format, arguments.ToArray()));
}
