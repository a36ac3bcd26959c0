using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that passes log events to the standard out logger of its system.</summary>
public class DefaultLogger : ActorBase
{
    private readonly MinimalLogger _stdout = Context.System.Settings.StdoutLogger;

    /// <summary>Prints log events, and answers <see cref="InitializeLogger"/>.</summary>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes one event; the default passes it to <see cref="Settings.StdoutLogger"/>.</summary>
    protected virtual void Print(LogEvent logEvent) => _stdout.Tell(logEvent);
}
