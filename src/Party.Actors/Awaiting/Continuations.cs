using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Awaiting;

/// <summary>
/// Brings what follows an await in a stage's handler back to the stage: as a message, so that others come between.
/// </summary>
/// <remarks>
/// The runtime's own way, <c>RunTask</c>, lets no message come before the handler has ended. What comes when the actor
/// is over goes on outside of it, so that what the handler holds is let go.
/// </remarks>
internal sealed class Continuations : SynchronizationContext
{
    // More than a handler that heeds its token posts until it has ended; another one must not keep the actor.
    private const int Enough = 1000;

    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly IActorRef _self;
    private readonly ILoggingAdapter _log;
    private readonly Continue _continue;
    private IActorRef _sender = ActorRefs.Nobody;
    private volatile Phase _phase;
    private int _isOnItsWay;
    private int _isElsewhere;

    /// <summary>Those of the actor behind a reference, until it is stopped or restarted.</summary>
    /// <param name="self">The reference.</param>
    /// <param name="log">Takes what was thrown when the actor was over, by code that no task speaks for.</param>
    public Continuations(IActorRef self, ILoggingAdapter log)
    {
        _self = self;
        _log = log;
        _continue = new(this);
    }

    private enum Phase
    {
        Running,
        Ending,
        Over,
    }

    /// <summary>Whether what is posted runs elsewhere, since the actor was stopped or restarted.</summary>
    public bool IsOver => _phase == Phase.Over;

    /// <summary>Starts a handler, whose sender stays that of the message at hand.</summary>
    public Task Run(Func<ValueTask> work, IActorRef sender)
    {
        _sender = sender;
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return work().AsTask();
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        _posted.Enqueue((d, state));
        Interlocked.MemoryBarrier();
        switch (_phase)
        {
            case Phase.Running:
                WakeUp();
                break;
            case Phase.Over:
                RunElsewhere();
                break;
            default:
                break;
        }
    }

    /// <summary>Only from where it is: whoever would wait for the stage might be what it waits for.</summary>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this)
        {
            throw new NotSupportedException(
                $"Expected code that is posted to {_self.Path}, got code to run there while the caller waits. "
                + "Tell the stage.");
        }

        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Sends the stage the message to go on, unless it is on its way.</summary>
    public void WakeUp()
    {
        if (Interlocked.Exchange(ref _isOnItsWay, 1) == 0)
        {
            _self.Tell(_continue, _sender);
        }
    }

    /// <summary>Runs what has been posted so far. What that posts comes with another message.</summary>
    public void RunPosted()
    {
        Volatile.Write(ref _isOnItsWay, 0);
        Interlocked.MemoryBarrier();
        var isDone = false;
        try
        {
            Run(_posted.Count);
            isDone = true;
        }
        finally
        {
            // One that throws keeps nobody else from going on, where the supervisor lets the stage live.
            if (!isDone)
            {
                WakeUp();
            }
        }
    }

    /// <summary>The actor ends: what a handler still posts runs here, as far as it does not go on for ever.</summary>
    /// <param name="cancel">Lets the handler know.</param>
    public void Settle(Action cancel)
    {
        _phase = Phase.Ending;
        cancel();
        for (var left = Enough; left > 0 && !_posted.IsEmpty; left--)
        {
            RunSafely(1);
        }
    }

    /// <summary>The actor is over: all that is left, and all that comes later, runs elsewhere.</summary>
    public void End()
    {
        _phase = Phase.Over;
        Interlocked.MemoryBarrier();
        if (!_posted.IsEmpty)
        {
            RunElsewhere();
        }
    }

    /// <summary>Cancels what a handler waits for, which may go on at once.</summary>
    public void Cancel(CancellationTokenSource source)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            source.Cancel();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void Run(int count)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            for (; count > 0 && _posted.TryDequeue(out var next); count--)
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunSafely(int count)
    {
        try
        {
            Run(count);
        }
        catch (Exception error)
        {
            _log.Warning(
                "{0} was stopped or restarted while a handler waited, part of which failed: {1}", _self.Path, error);
        }
    }

    // On one thread at a time, and on none for longer than what is there takes.
    private void RunElsewhere()
    {
        if (Interlocked.Exchange(ref _isElsewhere, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static self => self.RunHere(), this, preferLocal: false);
        }
    }

    private void RunHere()
    {
        RunSafely(_posted.Count);
        Volatile.Write(ref _isElsewhere, 0);
        Interlocked.MemoryBarrier();
        if (!_posted.IsEmpty)
        {
            RunElsewhere();
        }
    }
}
