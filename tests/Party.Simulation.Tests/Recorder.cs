using Akka.Actor;

namespace Party.Simulation.Tests;

/// <summary>Writes down what it is told.</summary>
public sealed class Recorder : UntypedActor
{
    private readonly List<object> _log;

    public Recorder(List<object> log) => _log = log;

    public static Props Props(List<object> log) => Akka.Actor.Props.Create(() => new Recorder(log));

    protected override void OnReceive(object message) => _log.Add(message);
}
