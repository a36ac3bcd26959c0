using System.Diagnostics;
using Akka.Dispatch.Mailing;

namespace Akka.Dispatch.Executing;

/// <summary>A thread of the pool while it runs mailboxes: those that they wake up, it runs itself.</summary>
/// <remarks>
/// So a message between two actors needs neither a way through the queues of the pool nor a second processor. Nobody is
/// left behind by that: a chain of runs ends soon, and its rest queues up behind everyone else's work; what an actor
/// wakes up that takes long goes to the pool at once; and what a thread has kept that is stuck inside an actor, the
/// <see cref="PoolWatch"/> takes away.
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

    // What runs next, and after that. Only this thread fills them; it and the watch empty them.
    private Mailbox? _next;
    private Mailbox? _afterNext;

    // See Next and Rob.
    private bool _isTaking;
    private bool _isRobbed;

    // What this thread runs; null where it does something else.
    private Mailbox? _running;
    private long _start;

    // Mailboxes run so far, and what the watch last saw of that.
    private int _runs;
    private int _runsSeen;

    /// <summary>This thread, if it runs mailboxes of the pool; else null.</summary>
    public static PoolThread? Current => OnThisThread is { _running: not null } thread ? thread : null;

    public bool IsAlive => _thread.IsAlive;

    public bool KeepsSomething => Volatile.Read(ref _next) is not null || Volatile.Read(ref _afterNext) is not null;

    private long Elapsed => Stopwatch.GetTimestamp() - _start;

    private bool IsOverdue => Elapsed > LongestChain;

    /// <summary>Runs a mailbox, and those that it wakes up, on this thread.</summary>
    public static void Run(Mailbox first)
    {
        if (OnThisThread is not { } thread)
        {
            OnThisThread = thread = new();
            PoolWatch.Add(thread);
        }

        thread.RunChain(first);
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
        else if (_next is null)
        {
            Volatile.Write(ref _next, mailbox);
            PoolWatch.WakeUp();
        }
        else if (_afterNext is null)
        {
            Volatile.Write(ref _afterNext, mailbox);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: true);
        }
    }

    /// <summary>Whether the same run goes on as when this was asked last. Only for the watch.</summary>
    public bool HasNotMoved()
    {
        var before = _runsSeen;
        _runsSeen = Volatile.Read(ref _runs);
        return before == _runsSeen;
    }

    /// <summary>Gives what this thread has kept to the pool. Only for the watch.</summary>
    /// <remarks>
    /// The owner takes what it kept a million times for each time that it is robbed. So the fence that both of them
    /// need is put up here, for all processors: from there on either <c>_isTaking</c> is seen here, or the owner sees
    /// <c>_isRobbed</c>. Meanwhile the owner may fill a slot that is empty, but not one that is being emptied.
    /// </remarks>
    public void Rob()
    {
        lock (_thread)
        {
            Volatile.Write(ref _isRobbed, true);
            Interlocked.MemoryBarrierProcessWide();
            if (!Volatile.Read(ref _isTaking))
            {
                GiveUp(ref _next);
                GiveUp(ref _afterNext);
            }

            Volatile.Write(ref _isRobbed, false);
        }
    }

    private static void GiveUp(ref Mailbox? kept)
    {
        if (Volatile.Read(ref kept) is { } mailbox)
        {
            Volatile.Write(ref kept, null);
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
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

            for (var run = 1; !isSlow && !(run % RunsPerLook == 0 && IsOverdue) && Next() is { } next; run++)
            {
                _running = next;
                next.Run();
            }
        }
        finally
        {
            _running = null;
            while (Next() is { } rest)
            {
                ThreadPool.UnsafeQueueUserWorkItem(rest, preferLocal: false);
            }
        }
    }

    private Mailbox? Next()
    {
        Volatile.Write(ref _runs, _runs + 1);
        Volatile.Write(ref _isTaking, true);
        if (Volatile.Read(ref _isRobbed))
        {
            Volatile.Write(ref _isTaking, false);
            lock (_thread)
            {
                return Take();
            }
        }

        var next = Take();
        Volatile.Write(ref _isTaking, false);
        return next;
    }

    private Mailbox? Take()
    {
        var next = _next;
        _next = _afterNext;
        _afterNext = null;
        return next;
    }
}
