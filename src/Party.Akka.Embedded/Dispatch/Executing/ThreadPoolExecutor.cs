using Akka.Actor.Cells;

namespace Akka.Dispatch.Executing;

/// <summary>The thread pool of the process.</summary>
internal sealed class ThreadPoolExecutor : Executor
{
    public static readonly ThreadPoolExecutor Instance = new();

    // What an actor sends is best handled on the same processor, while it is in the cache. Now and then it queues up
    // behind everyone else's work all the same: two actors that talk to each other without end must not keep a thread
    // to themselves.
    public override void Execute(IRunnable run) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            run, preferLocal: ActorCell.Current is { } sender && sender.HandsOverLocally());
}
