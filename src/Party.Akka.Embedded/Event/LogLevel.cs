namespace Akka.Event;

/// <summary>How much a log event matters.</summary>
public enum LogLevel
{
    /// <summary>For who looks for a fault.</summary>
    DebugLevel,

    /// <summary>The normal course of things.</summary>
    InfoLevel,

    /// <summary>Something that may lead to a fault.</summary>
    WarningLevel,

    /// <summary>A fault.</summary>
    ErrorLevel,
}
