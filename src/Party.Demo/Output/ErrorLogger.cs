using Akka.Actor;
using Akka.Event;

namespace Party.Demo.Output;

/// <summary>Writes what the actors log to the error output, a line each, so that the output stays the Party's own.</summary>
internal sealed class ErrorLogger : ReceiveActor
{
    public ErrorLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(log => Console.Error.WriteLine($"{log.LogLevel()}: {log.Message}{Describe(log.Cause)}"));
    }

    private static string Describe(Exception? cause) => cause is null ? "" : $" {cause.GetType().Name}: {cause.Message}";
}
