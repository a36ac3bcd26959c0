using Akka.Dispatch.Mailing;

namespace Akka.Dispatch.Executing;

/// <summary>The thread pool of the process.</summary>
internal sealed class ThreadPoolExecutor : Executor
{
    public static readonly ThreadPoolExecutor Instance = new();

    // What an actor wakes up is best run by the same thread, while the message is in the cache of its processor.
    public override void Execute(IRunnable run)
    {
        if (run is Mailbox mailbox && PoolThread.Current is { } thread)
        {
            thread.Execute(mailbox);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: false);
        }
    }
}
