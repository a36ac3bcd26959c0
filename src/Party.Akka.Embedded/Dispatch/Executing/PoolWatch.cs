namespace Akka.Dispatch.Executing;

/// <summary>Frees what threads of the pool have kept for themselves while they are stuck inside an actor.</summary>
/// <remarks>
/// An actor that blocks, or computes for long, holds its thread, and what the thread has kept would wait with it: for
/// ever, if the actor waits for just that. So a thread of its own looks after them, every millisecond while there is
/// something to see, and not at all while nothing happens.
/// </remarks>
internal static class PoolWatch
{
    private const int LooksBeforeSleep = 5;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    private static readonly Lock Gate = new();
    private static readonly AutoResetEvent Bell = new(initialState: false);

    private static PoolThread[] All = [];
    private static bool IsAwake;
    private static bool IsStarted;

    /// <summary>The threads that it looks after; an array that nobody changes.</summary>
    public static PoolThread[] Threads => Volatile.Read(ref All);

    public static void Add(PoolThread thread)
    {
        lock (Gate)
        {
            Volatile.Write(ref All, [.. All.Where(other => other.IsAlive), thread]);
            if (!IsStarted)
            {
                IsStarted = true;
                new Thread(Watch) { Name = "Akka.PoolWatch", IsBackground = true }.Start();
            }
        }
    }

    /// <summary>Called by a thread that has kept something.</summary>
    public static void WakeUp()
    {
        if (!Volatile.Read(ref IsAwake))
        {
            Volatile.Write(ref IsAwake, true);
            Bell.Set();
        }
    }

    private static void Watch()
    {
        while (true)
        {
            Bell.WaitOne();
            for (var quiet = 0; quiet < LooksBeforeSleep; quiet++)
            {
                Bell.WaitOne(Interval);
                if (Look())
                {
                    quiet = 0;
                }
            }

            // From the fence on, either what a thread has kept is seen here, or that thread sees that the bell has to
            // be rung. Threads then need no fence of their own.
            Volatile.Write(ref IsAwake, false);
            Interlocked.MemoryBarrierProcessWide();
            if (Look())
            {
                WakeUp();
            }
        }
    }

    /// <summary>Whether a thread keeps something.</summary>
    private static bool Look()
    {
        var found = false;
        foreach (var thread in Threads)
        {
            if (thread.KeepsSomething)
            {
                found = true;
                if (thread.HasNotMoved())
                {
                    thread.GiveUp();
                }
            }
        }

        if (found)
        {
            PoolSearch.Begin();
        }

        return found;
    }
}
