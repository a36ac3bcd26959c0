using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace Party.Logging.Tests;

/// <summary>Makes loggers that tell an actor what they are told, from a level on.</summary>
public sealed class ProbeFactory(IActorRef probe, LogLevel lowest = LogLevel.Trace) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ProbeLogger(categoryName, probe, lowest);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Cannot add a provider.");

    public void Dispose()
    {
    }

    private sealed class ProbeLogger(string category, IActorRef probe, LogLevel lowest) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var values = ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary();
            var text = formatter(state, exception);
            probe.Tell(new Entry(category, logLevel, text, exception, values), ActorRefs.NoSender);
        }
    }
}
