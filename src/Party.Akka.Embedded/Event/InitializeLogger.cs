using Akka.Actor;

namespace Akka.Event;

/// <summary>The first message to a logger. It answers with <see cref="LoggerInitialized"/> once it is ready.</summary>
public class InitializeLogger : INoSerializationVerificationNeeded
{
    /// <summary>Names the bus whose events the logger will get.</summary>
    public InitializeLogger(LoggingBus loggingBus) => LoggingBus = loggingBus;

    /// <summary>The bus whose events the logger will get.</summary>
    public LoggingBus LoggingBus { get; }
}
