using Akka.Dispatch;

namespace Party.Simulation.Scheduling;

/// <summary>Brings what follows an await back into the simulation, and notices when it comes from outside.</summary>
/// <param name="engine">The simulation.</param>
/// <param name="origin">The step whose code captures this context.</param>
internal sealed class SimulationContext(Engine engine, Origin origin) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        engine.Continue(new(new ActionRunnable(() => d(state)), "continuation", engine.Clock.Elapsed, origin));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
