using Akka.Actor;
using Party.Benchmarks.Measuring;
using Party.Flows;

namespace Party.Benchmarks.Flows;

/// <summary>
/// Ours, in an actor system of its own. Every run starts the flow's stages, and waits until they are gone.
/// </summary>
internal abstract class FlowContender(int count) : Whole("ours", count)
{
    private readonly ActorSystem _system = Systems.Start();

    public override void Dispose()
    {
        base.Dispose();
        _system.Terminate().GetAwaiter().GetResult();
    }

    protected List<TEvent> Run<TEvent>(Flow<TEvent> flow) => flow.ToListAsync(_system).GetAwaiter().GetResult();
}
