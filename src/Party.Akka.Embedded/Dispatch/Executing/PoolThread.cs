using System.Diagnostics;
using Akka.Dispatch.Mailing;

namespace Akka.Dispatch.Executing;

/// <summary>A thread of the pool while it runs mailboxes: those that they wake up, it runs itself.</summary>
/// <remarks>
/// So a message between two actors needs neither a way through the queues of the pool nor a second processor. Nobody is
/// left behind by that: a chain of runs ends soon, and its rest queues up behind everyone else's work; what an actor
/// wakes up that takes long goes to the pool at once; what waits here for longer than handing it over would take, a
/// thread that has nothing else to do takes away (<see cref="PoolSearch"/>); and what a thread has kept that is stuck
/// inside an actor, the <see cref="PoolWatch"/> gives to the pool.
/// </remarks>
internal sealed class PoolThread
{
    // How many of those that a slow actor wakes up go to the pool, before the actor is measured again. In between it is
    // not: its runs last longer then just because they involve other threads.
    private const int HandoversBetweenMeasures = 8;

    // Reading the clock costs as much as handing over a message, so it is read now and then only.
    private const int RunsPerLook = 16;

    // Ten microseconds, a little more than it takes to involve another thread: what an actor wakes up that takes longer
    // is better run beside it than after it.
    private static readonly long LongRun = Stopwatch.Frequency / 100_000;

    // Two actors that talk to each other without end must not keep a thread to themselves.
    private static readonly long LongestChain = Stopwatch.Frequency / 5_000;

    [ThreadStatic]
    private static PoolThread? OnThisThread;

    private readonly Thread _thread = Thread.CurrentThread;
    private readonly KeptMailboxes _kept = new();

    // What this thread runs; null where it does something else.
    private Mailbox? _running;
    private long _start;

    // What the watch last saw of what was taken, and what a thread that searches last saw.
    private int _takenSeen;
    private int _takenFound;

    /// <summary>This thread, if it runs mailboxes of the pool; else null.</summary>
    public static PoolThread? Current => OnThisThread is { _running: not null } thread ? thread : null;

    public bool IsAlive => _thread.IsAlive;

    public bool KeepsSomething => !_kept.IsEmpty;

    private long Elapsed => Stopwatch.GetTimestamp() - _start;

    private bool IsOverdue => Elapsed > LongestChain;

    /// <summary>Runs a mailbox, and those that it wakes up, on this thread.</summary>
    public static void Run(Mailbox first)
    {
        var thread = OfThisThread();
        thread.RunChain(first);
        thread._kept.Forget();
    }

    /// <summary>
    /// Runs what others have kept for too long, as long as there is any; but after a while, everyone else comes first.
    /// </summary>
    public static void Search()
    {
        var thread = OfThisThread();
        var begin = Stopwatch.GetTimestamp();
        while (PoolSearch.Find(thread) is { } first)
        {
            thread.RunChain(first);
            if (Stopwatch.GetTimestamp() - begin > LongestChain)
            {
                PoolSearch.Queue();
                break;
            }
        }

        thread._kept.Forget();
    }

    /// <summary>Runs a mailbox soon: here if there is room for it, else in the pool. Only for this thread.</summary>
    public void Execute(Mailbox mailbox)
    {
        if (mailbox != _running && _running!.SlowHandovers > 0)
        {
            _running.SlowHandovers--;
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: true);
        }
        else if (mailbox == _running && IsOverdue)
        {
            // It has more messages than one run may handle. Everyone else comes first.
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
        else if (_kept.TryAdd(mailbox))
        {
            PoolWatch.WakeUp();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: true);
        }
    }

    /// <summary>Whether nothing was taken since this was asked last. Only for the watch.</summary>
    public bool HasNotMoved()
    {
        var before = _takenSeen;
        _takenSeen = _kept.Taken;
        return before == _takenSeen;
    }

    /// <summary>Gives what this thread has kept to the pool.</summary>
    public void GiveUp()
    {
        while (_kept.Take() is { } mailbox)
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    }

    /// <summary>
    /// Takes the oldest that this thread has kept, if it was that when this was asked last. Only for the one that
    /// searches.
    /// </summary>
    public Mailbox? TakeOld()
    {
        if (_kept.IsEmpty)
        {
            return null;
        }

        var before = _takenFound;
        _takenFound = _kept.Taken;
        return before == _takenFound ? _kept.Take() : null;
    }

    private static PoolThread OfThisThread()
    {
        if (OnThisThread is not { } thread)
        {
            OnThisThread = thread = new();
            PoolWatch.Add(thread);
        }

        return thread;
    }

    private void RunChain(Mailbox first)
    {
        _start = Stopwatch.GetTimestamp();
        _running = first;
        try
        {
            var isSlow = first.SlowHandovers > 0;
            first.Run();
            if (!isSlow && Elapsed > LongRun)
            {
                isSlow = true;
                first.SlowHandovers = HandoversBetweenMeasures;
            }

            for (var run = 1; !isSlow && !(run % RunsPerLook == 0 && IsOverdue) && _kept.Take() is { } next; run++)
            {
                _running = next;
                next.Run();
            }
        }
        finally
        {
            _running = null;
            GiveUp();
        }
    }
}
