namespace Akka.Event;

/// <content>Logging at the level info.</content>
public static partial class LoggingExtensions
{
    /// <summary>Logs an info event, the text as it is.</summary>
    public static void Info(this ILoggingAdapter log, string format) => log.Write(LogLevel.InfoLevel, null, format);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info(this ILoggingAdapter log, string format, object[] args) =>
        log.Fill(LogLevel.InfoLevel, null, format, args);

    /// <summary>Logs an info event, from a template and its arguments.</summary>
    public static void Info<T1>(this ILoggingAdapter log, string format, T1 arg1) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1, arg2);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, string, T1)"/>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6) =>
        log.Fill(LogLevel.InfoLevel, null, format, arg1, arg2, arg3, arg4, arg5, arg6);

    /// <summary>Logs an info event with an exception, the text as it is.</summary>
    public static void Info(this ILoggingAdapter log, Exception cause, string format) =>
        log.Write(LogLevel.InfoLevel, cause, format);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info(this ILoggingAdapter log, Exception cause, string format, object[] args) =>
        log.Fill(LogLevel.InfoLevel, cause, format, args);

    /// <summary>Logs an info event with an exception, from a template and its arguments.</summary>
    public static void Info<T1>(this ILoggingAdapter log, Exception cause, string format, T1 arg1) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info<T1, T2>(this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1, arg2);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info<T1, T2, T3>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1, arg2, arg3);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1, arg2, arg3, arg4);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1, arg2, arg3, arg4, arg5);

    /// <inheritdoc cref="Info{T1}(ILoggingAdapter, Exception, string, T1)"/>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log,
        Exception cause,
        string format,
        T1 arg1,
        T2 arg2,
        T3 arg3,
        T4 arg4,
        T5 arg5,
        T6 arg6) =>
        log.Fill(LogLevel.InfoLevel, cause, format, arg1, arg2, arg3, arg4, arg5, arg6);
}
