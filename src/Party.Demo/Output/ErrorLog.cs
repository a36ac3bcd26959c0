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

    // By level: the runtime publishes some events that are below it, for whoever wants to see them.
    protected override void PreStart()
    {
        var lowest = Logging.LogLevelFor(Context.System.Settings.LogLevel);
        foreach (var level in Enum.GetValues<LogLevel>().Where(level => level >= lowest))
        {
            Context.System.EventStream.Subscribe(Self, level.ClassFor());
        }
    }

    private static string Describe(Exception? cause) =>
        cause is null ? "" : $" {cause.GetType().Name}: {cause.Message}";
}
