namespace Akka.Event;

/// <content>Logging at the level error.</content>
public static partial class LoggingExtensions
{
    /// <summary>Logs an error, the text as it is.</summary>
    public static void Error(this ILoggingAdapter log, string format) => log.Write(LogLevel.ErrorLevel, null, format);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error(this ILoggingAdapter log, string format, object[] args) =>
        log.Fill(LogLevel.ErrorLevel, null, format, args);

    /// <summary>Logs an error, from a template and its arguments.</summary>
    public static void Error<T1>(this ILoggingAdapter log, string format, T1 arg1) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1, arg2);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, string, T1)"/>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6) =>
        log.Fill(LogLevel.ErrorLevel, null, format, arg1, arg2, arg3, arg4, arg5, arg6);

    /// <summary>Logs an error with an exception, the text as it is.</summary>
    public static void Error(this ILoggingAdapter log, Exception cause, string format) =>
        log.Write(LogLevel.ErrorLevel, cause, format);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error(this ILoggingAdapter log, Exception cause, string format, object[] args) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, args);

    /// <summary>Logs an error with an exception, from a template and its arguments.</summary>
    public static void Error<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1, arg2);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error<T1, T2, T3>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Error{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6) =>
        log.Fill(LogLevel.ErrorLevel, cause, format, arg1, arg2, arg3, arg4, arg5, arg6);
}
