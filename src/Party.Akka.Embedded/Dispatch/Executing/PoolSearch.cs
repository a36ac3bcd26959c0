using System.Diagnostics;
using Akka.Dispatch.Mailing;

namespace Akka.Dispatch.Executing;

/// <summary>Looks for mailboxes that other threads of the pool have kept and do not come to.</summary>
/// <remarks>
/// Where actors do much with a message, two threads do it in half the time; where they do little, to pass a message to
/// another processor costs more than it gains. Which it is shows in how long a mailbox waits: so one thread at a time,
/// which has nothing else to do, looks at the oldest of every thread twice, some ten microseconds apart, and takes what
/// waits still. It looks for a short while; the watch begins another search as long as it sees that anything is kept.
/// </remarks>
internal sealed class PoolSearch : IThreadPoolWorkItem
{
    // Ten microseconds or a little more.
    private const int SpinsBetweenLooks = 300;

    // Fifty microseconds: a twentieth of what passes before the watch begins another search.
    private static readonly long Patience = Stopwatch.Frequency / 20_000;

    private static readonly PoolSearch Instance = new();

    private static int IsSearching;
    private static int IsQueued;

    /// <summary>Lets a thread of the pool search, unless one does.</summary>
    public static void Begin()
    {
        if (Volatile.Read(ref IsSearching) == 0)
        {
            Queue();
        }
    }

    /// <summary>
    /// Lets one more thread of the pool search, behind everyone else's work; not twice, however long that takes.
    /// </summary>
    public static void Queue()
    {
        if (Interlocked.Exchange(ref IsQueued, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Instance, preferLocal: false);
        }
    }

    /// <summary>A mailbox that waits with another thread; null where none does, or somebody else searches.</summary>
    public static Mailbox? Find(PoolThread searcher)
    {
        if (Interlocked.CompareExchange(ref IsSearching, 1, 0) != 0)
        {
            return null;
        }

        var start = Stopwatch.GetTimestamp();
        Mailbox? found;
        while ((found = Look(searcher)) is null && Stopwatch.GetTimestamp() - start < Patience)
        {
            Thread.SpinWait(SpinsBetweenLooks);
        }

        Volatile.Write(ref IsSearching, 0);
        return found;
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref IsQueued, 0);
        PoolThread.Search();
    }

    private static Mailbox? Look(PoolThread searcher)
    {
        foreach (var thread in PoolWatch.Threads)
        {
            if (thread != searcher && thread.TakeOld() is { } found)
            {
                if (thread.KeepsSomething)
                {
                    // One more thread may be of use.
                    Queue();
                }

                return found;
            }
        }

        return null;
    }
}
