using Akka.Actor;
using Akka.Event;

namespace Party.Demo.Output;

/// <summary>
/// Writes what the actors log to the error output, a line each, so that the output stays the Party's own.
/// </summary>
internal sealed class ErrorLog : ReceiveActor
{
    public ErrorLog(TextWriter errors) => Receive<LogEvent>(log =>
        errors.WriteLine($"{log.LogLevel().ToString().Replace("Level", "", StringComparison.Ordinal)}: {log.Message}{Describe(log.Cause)}"));

    /// <summary>Starts the log. Whatever is logged after this call is written, until the log is stopped.</summary>
    public static IActorRef Start(ActorSystem system, TextWriter errors)
    {
        var log = system.ActorOf(Props.Create(() => new ErrorLog(errors)), "log");

        // By level: the runtime publishes some events that are below it, for whoever wants to see them.
        var lowest = Logging.LogLevelFor(system.Settings.LogLevel);
        foreach (var level in Enum.GetValues<LogLevel>().Where(level => level >= lowest))
        {
            system.EventStream.Subscribe(log, level.ClassFor());
        }

        return log;
    }

    private static string Describe(Exception? cause) =>
        cause is null ? "" : $" {cause.GetType().Name}: {cause.Message}";
}
