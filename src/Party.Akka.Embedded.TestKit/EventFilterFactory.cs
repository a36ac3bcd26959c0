using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.EventFilters;
using Akka.TestKit.Expectations;

namespace Akka.TestKit;

/// <summary>Makes filters for log events: by level, by exception, for dead letters, or by any condition.</summary>
/// <remarks>
/// Of the texts <c>message</c>, <c>start</c> and <c>contains</c> the first that is given counts; none means any. A
/// <c>source</c> is a logger's name or an actor's path. What lies below <c>akka.loglevel</c> is not logged, nor seen.
/// </remarks>
public class EventFilterFactory
{
    private readonly TestKitBase _testKit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<LogEventFilter> _filters;

    /// <summary>Makes filters for what the kit's own system logs.</summary>
    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, KitSystem(testkit))
    {
    }

    /// <summary>Makes filters for what another system logs; it needs a <see cref="TestEventListener"/> too.</summary>
    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    internal EventFilterFactory(TestKitBase testKit, ActorSystem system, IReadOnlyList<LogEventFilter> filters)
    {
        _testKit = testKit;
        _system = system;
        _filters = filters;
    }

    /// <summary>Claims errors with a cause of the type, by the event's or the cause's message.</summary>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception =>
        Exception(typeof(TException), message, start, contains, source);

    /// <summary>Claims errors with a cause of the type, by a pattern for the message.</summary>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception =>
        Exception(typeof(TException), pattern, source);

    /// <summary>Claims errors by their cause, on request also by one of the causes inside it.</summary>
    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false) =>
        Apply(Claims.Exception(
            exceptionType,
            TextMatch.Message(message, start, contains),
            TextMatch.Source(source),
            checkInnerExceptions));

    /// <summary>Claims errors by their cause and a pattern for the message.</summary>
    public IEventFilterApplier Exception(
        Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Apply(Claims.Exception(
            exceptionType, TextMatch.Message(pattern), TextMatch.Source(source), checkInnerExceptions));

    /// <summary>Claims errors, with or without a cause.</summary>
    public IEventFilterApplier Error(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, message, start, contains, source);

    /// <summary>Claims errors by a pattern for the message.</summary>
    public IEventFilterApplier Error(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.ErrorLevel, pattern, source);

    /// <summary>Claims warnings; dead letters count among them.</summary>
    public IEventFilterApplier Warning(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, message, start, contains, source);

    /// <summary>Claims warnings by a pattern for the message.</summary>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.WarningLevel, pattern, source);

    /// <summary>Claims infos.</summary>
    public IEventFilterApplier Info(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, message, start, contains, source);

    /// <summary>Claims infos by a pattern for the message.</summary>
    public IEventFilterApplier Info(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.InfoLevel, pattern, source);

    /// <summary>Claims debug events.</summary>
    public IEventFilterApplier Debug(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, message, start, contains, source);

    /// <summary>Claims debug events by a pattern for the message.</summary>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) =>
        ForLogLevel(LogLevel.DebugLevel, pattern, source);

    /// <summary>Claims events of exactly one level.</summary>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null) =>
        Apply(Claims.Level(logLevel, TextMatch.Message(message, start, contains), TextMatch.Source(source)));

    /// <summary>Claims events of exactly one level by a pattern for the message.</summary>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        Apply(Claims.Level(logLevel, TextMatch.Message(pattern), TextMatch.Source(source)));

    /// <summary>Claims every dead letter.</summary>
    public IEventFilterApplier DeadLetter() =>
        Apply(Claims.DeadLetter("a dead letter", _ => true, TextMatch.Source(null)));

    /// <summary>Claims dead letters with a message of a type; the source is the actor that did not get it.</summary>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <summary>Claims dead letters with a message of a type that the condition holds for.</summary>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);

    /// <summary>Claims dead letters with a message of a type; the source is the actor that did not get it.</summary>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, _ => true, source);

    /// <summary>Claims dead letters with a message of a type that the condition holds for.</summary>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        Apply(Claims.DeadLetter(
            $"a dead letter of type {Wording.Of(type)}",
            message => type.IsInstanceOfType(message) && isMatch(message),
            TextMatch.Source(source)));

    /// <summary>Claims the events that the condition holds for.</summary>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Apply(Claims.Custom(predicate));

    /// <summary>Claims the events of one type that the condition holds for.</summary>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent =>
        Custom((LogEvent evt) => evt is TLogEvent typed && predicate(typed));

    private static ActorSystem KitSystem(TestKitBase testKit)
    {
        ArgumentNullException.ThrowIfNull(testKit);
        return testKit.Sys;
    }

    private EventFilterApplier Apply(LogEventFilter filter) => new(_testKit, _system, [.. _filters, filter]);
}
