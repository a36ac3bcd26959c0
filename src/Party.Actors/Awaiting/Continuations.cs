using System.Collections.Concurrent;
using Akka.Actor;

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
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly Lock _elsewhere = new();
    private readonly IActorRef _self;
    private readonly Continue _continue;
    private IActorRef _sender = ActorRefs.Nobody;
    private volatile Phase _phase;
    private int _isOnItsWay;

    /// <summary>Those of the actor behind a reference, until it is stopped or restarted.</summary>
    public Continuations(IActorRef self)
    {
        _self = self;
        _continue = new(this);
    }

    private enum Phase
    {
        Running,
        Ending,
        Over,
    }

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

    /// <summary>Not there: whoever would wait for the stage might be what it waits for.</summary>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException(
        $"Expected code that is posted to {_self.Path}, got code to run there while the caller waits. Tell the stage.");

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
        Run(_posted.Count);
    }

    /// <summary>The actor is over: what is posted until now runs here, and all that comes later elsewhere.</summary>
    /// <param name="cancel">Lets the handler know.</param>
    public void End(Action cancel)
    {
        _phase = Phase.Ending;
        cancel();
        while (!_posted.IsEmpty)
        {
            Run(_posted.Count);
        }

        _phase = Phase.Over;
        Interlocked.MemoryBarrier();
        if (!_posted.IsEmpty)
        {
            RunElsewhere();
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

    private void RunElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(
        static self =>
        {
            lock (self._elsewhere)
            {
                self.Run(int.MaxValue);
            }
        },
        this,
        preferLocal: false);
}
