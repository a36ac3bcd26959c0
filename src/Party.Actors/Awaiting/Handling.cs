using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Akka.Actor;
using Akka.Event;

namespace Party.Actors.Awaiting;

/// <summary>
/// Runs a stage's handlers that may wait, one at a time, while the stage takes messages of the protocol.
/// </summary>
/// <remarks>
/// Messages for the stage's own behaviour are held meanwhile, so that its state needs no lock. They come when the
/// handler has ended, in order, and before the next handler. It belongs to one actor: after a restart there is a new
/// one.
/// </remarks>
/// <param name="context">The stage's.</param>
/// <param name="ended">A handler has ended, for this reason; null where it has not failed.</param>
/// <param name="goOn">Starts the next handler, where there is something to handle.</param>
[SuppressMessage(
    "Design", "CA1001", Justification = "A source without a timer holds nothing, and handlers may outlive the actor.")]
internal sealed class Handling(IActorContext context, Action<Exception?> ended, Action goOn)
{
    private readonly IActorRef _self = context.Self;
    private readonly Continuations _continuations = new(context.Self, context.GetLogger());
    private readonly Queue<(object Message, IActorRef Sender)> _held = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _over = new();
    private readonly ILoggingAdapter _log = context.GetLogger();

    // Messages that were held and are on their way again: they come before anything else is handled.
    private int _due;
    private Task _run = Task.CompletedTask;

    /// <summary>Whether a handler runs or waits.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether a handler may be started.</summary>
    public bool IsReady => !IsBusy && _due == 0;

    /// <summary>Whether the actor was stopped or restarted: what a handler still does is nobody's concern.</summary>
    public bool IsOver => _continuations.IsOver;

    /// <summary>Cancelled when nobody wants the handler's work any more.</summary>
    public CancellationToken Token => _ending.Token;

    /// <summary>Runs a handler, which may have ended when this returns; see <see cref="IsBusy"/>.</summary>
    public void Run(Func<ValueTask> work)
    {
        IsBusy = true;
        _run = _continuations.Run(work, context.Sender);
        if (_run.IsCompleted)
        {
            Finish();
            return;
        }

        var end = new HandlingEnded(_run);
        Task.WhenAny(_run, _over.Task).PipeTo(_self, useConfigureAwait: true, context.Sender, _ => end);
    }

    /// <summary>Takes a message, if it is one of a handler.</summary>
    public bool TryReceive(object message)
    {
        switch (message)
        {
            case Continue next:
                if (next.Of == _continuations)
                {
                    _continuations.RunPosted();
                    GoOn();
                }

                return true;
            case HandlingEnded ended:
                if (ended.Run == _run)
                {
                    GoOn();
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes a message for the stage's own behaviour; while a handler waits, it is held.</summary>
    /// <param name="message">The message; afterwards the one that the behaviour knows.</param>
    /// <param name="sender">Its sender.</param>
    /// <returns>Whether its turn has come.</returns>
    public bool TryTake(ref object message, IActorRef sender)
    {
        var isDue = false;
        if (message is OwnMessage own)
        {
            isDue = own.Arrive(this);
            message = own.Message;
        }

        if (isDue && --_due == 0)
        {
            _continuations.WakeUp();
        }

        if (!IsBusy && (isDue || _due == 0))
        {
            return true;
        }

        _held.Enqueue((message, sender));
        return false;
    }

    /// <summary>Checks that whoever uses the stage may: a handler that has waited may not be in it any more.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public void Check()
    {
        if (IsOver)
        {
            throw new InvalidOperationException(
                $"Expected a handler of {_self.Path} that uses the stage while its actor lives, got one that went on "
                + "after the actor was stopped or restarted. Nothing was done. Heed the cancellation token.");
        }

        CheckPlace();
    }

    /// <summary>Checks that a handler which waits uses the stage from nowhere else.</summary>
    /// <exception cref="InvalidOperationException">It does.</exception>
    public void CheckPlace()
    {
        if (IsBusy && !IsOver && SynchronizationContext.Current != _continuations)
        {
            throw new InvalidOperationException(
                $"Expected a handler of {_self.Path} that uses the stage from where it was called, got one that went "
                + "on elsewhere. Nothing was done. Await without ConfigureAwait(false), and use the stage from no "
                + "other task.");
        }
    }

    /// <summary>Lets the handler know that nobody wants its work any more.</summary>
    public void Cancel()
    {
        try
        {
            _continuations.Cancel(_ending);
        }
        catch (AggregateException error)
        {
            _log.Warning("Did not cancel all that {0} waits for: {1}", _self.Path, error);
        }
    }

    /// <summary>
    /// The actor is stopped or restarted. A handler that heeds the token ends here; another one goes on outside, and
    /// changes nothing any more. Messages that were held are sent again.
    /// </summary>
    public void Leave()
    {
        if (IsOver)
        {
            return;
        }

        _continuations.Settle(Cancel);
        if (IsBusy && _run.IsCompleted)
        {
            FinishAtLast();
        }

        _continuations.End();
        _over.TrySetResult();
        Release();
    }

    private void FinishAtLast()
    {
        try
        {
            Finish();
        }
        catch (Exception error)
        {
            _log.Debug(
                "{0} was stopped or restarted while a handler waited, which then failed: {1}", _self.Path, error);
        }
    }

    // Its end may be seen before the message that tells it.
    private void GoOn()
    {
        if (IsBusy && _run.IsCompleted)
        {
            Finish();
            Release();
        }

        if (IsReady)
        {
            goOn();
        }

        if (IsReady)
        {
            Release();
        }
    }

    // Where the supervisor lets the stage live after a failure, it goes on behind what has failed.
    private void Finish()
    {
        var isFine = false;
        IsBusy = false;
        try
        {
            var error = ErrorOf(_run);
            ended(error);
            if (error is not null && !(error is OperationCanceledException && _ending.IsCancellationRequested))
            {
                ExceptionDispatchInfo.Throw(error);
            }

            isFine = true;
        }
        finally
        {
            if (!isFine)
            {
                _continuations.WakeUp();
            }
        }
    }

    // The one that was thrown, also where it was taken for a cancellation.
    private static Exception? ErrorOf(Task run)
    {
        try
        {
            run.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private void Release()
    {
        while (_held.TryDequeue(out var held))
        {
            _due++;
            _self.Tell(new OwnMessage(this, held.Message), held.Sender);
        }
    }
}
