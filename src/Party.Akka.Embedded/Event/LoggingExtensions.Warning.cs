namespace Akka.Event;

/// <content>Logging at the level warning.</content>
public static partial class LoggingExtensions
{
    /// <summary>Logs a warning, the text as it is.</summary>
    public static void Warning(this ILoggingAdapter log, string format) =>
        log.Write(LogLevel.WarningLevel, null, format);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning(this ILoggingAdapter log, string format, object[] args) =>
        log.Fill(LogLevel.WarningLevel, null, format, args);

    /// <summary>Logs a warning, from a template and its arguments.</summary>
    public static void Warning<T1>(this ILoggingAdapter log, string format, T1 arg1) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1, arg2);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, string, T1)"/>
    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6) =>
        log.Fill(LogLevel.WarningLevel, null, format, arg1, arg2, arg3, arg4, arg5, arg6);

    /// <summary>Logs a warning with an exception, the text as it is.</summary>
    public static void Warning(this ILoggingAdapter log, Exception cause, string format) =>
        log.Write(LogLevel.WarningLevel, cause, format);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning(this ILoggingAdapter log, Exception cause, string format, object[] args) =>
        log.Fill(LogLevel.WarningLevel, cause, format, args);

    /// <summary>Logs a warning with an exception, from a template and its arguments.</summary>
    public static void Warning<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1, arg2);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning<T1, T2, T3>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Warning{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6) =>
        log.Fill(LogLevel.WarningLevel, cause, format, arg1, arg2, arg3, arg4, arg5, arg6);
}
