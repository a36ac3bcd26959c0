using Akka.Actor;
using Akka.Event;
using Party.Simulation.Scheduling;

namespace Party.Simulation.Tracing;

/// <summary>Writes warnings and errors of a system into the trace. Stands in for a logger, without a mailbox.</summary>
internal sealed class LogLines(Engine engine, ActorPath path) : ActorRefBase
{
    public override ActorPath Path => path;

    public static void Subscribe(Engine engine, ActorSystem system)
    {
        var lines = new LogLines(engine, ((ExtendedActorSystem)system).Provider.RootPath / "simulation-log");
        system.EventStream.Subscribe(lines, typeof(Warning));
        system.EventStream.Subscribe(lines, typeof(Error));
    }

    // Without the exception: stack traces are not the same in every build.
    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is LogEvent line)
        {
            engine.Journal.Note("  {0}: {1}", message is Error ? "error" : "warning", line.Message);
        }
    }
}
