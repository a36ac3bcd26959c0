using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that writes to the console.</summary>
public class DefaultLogger : ActorBase
{
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

    /// <summary>Writes one event; the default writes it to the console.</summary>
    protected virtual void Print(LogEvent logEvent) => Console.Out.WriteLine(logEvent);
}
