using Akka.Actor;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>A contender with an actor system of its own.</summary>
/// <remarks>Only the public API, so that the same code measures the packages.</remarks>
internal abstract class ActorContender : IContender
{
    public string Name => "ours";

    public virtual long Least => 1000;

    protected ActorSystem System { get; } = Systems.Start();

    public abstract long Run(long count);

    public void Dispose() => System.Terminate().GetAwaiter().GetResult();
}
