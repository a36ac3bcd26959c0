using Akka.Dispatch;
using Akka.Dispatch.Executing;

namespace Party.Simulation.Scheduling;

/// <summary>Stands in for threads: what it is given waits until the simulation chooses it.</summary>
internal sealed class SimulatedExecutor(Engine engine, string what) : Executor
{
    public override void Execute(IRunnable run) => engine.Add(new(run, what, engine.Clock.Elapsed));
}
