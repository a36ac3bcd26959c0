using System.Diagnostics;
using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that writes to the trace listeners of the process.</summary>
public class TraceLogger : UntypedActor
{
    /// <summary>Traces log events by their level, and answers <see cref="InitializeLogger"/>.</summary>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case Error:
                Trace.TraceError(message.ToString());
                break;
            case Warning or AllDeadLetters:
                Trace.TraceWarning(message.ToString());
                break;
            default:
                Trace.TraceInformation(message.ToString());
                break;
        }
    }
}
