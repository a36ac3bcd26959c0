using Akka.Dispatch.Executing;

namespace Akka.Actor.Hosting;

/// <summary>The real surroundings: the clock, the threads and the chance of this process.</summary>
internal sealed class ProcessParts : RuntimeParts
{
    public override TimeProvider Clock => TimeProvider.System;

    public override Executor SharedThreads(string dispatcherId) => ThreadPoolExecutor.Instance;

    public override Executor OwnThreads(string dispatcherId, int count) => new ThreadsExecutor(dispatcherId, count);

    public override long FirstUid() => Random.Shared.Next(1, int.MaxValue);

    public override double Chance() => Random.Shared.NextDouble();
}
