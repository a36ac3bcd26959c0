using Akka.Actor.Cells;
using Akka.Dispatch.SystemMessages;

namespace Akka.Dispatch;

/// <summary>Runs the parts of an asynchronous handler inside its actor, one at a time.</summary>
/// <remarks>
/// The mailbox handles no user messages while a handler awaits; what follows an await comes in as a system message. So
/// Self, Sender and Context are those of the message that is being handled, and no other message comes between.
/// </remarks>
public class ActorTaskScheduler : TaskScheduler
{
    private readonly ActorCell _cell;
    private int _awaited;

    internal ActorTaskScheduler(ActorCell cell) => _cell = cell;

    /// <summary>One: an actor handles one thing at a time.</summary>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>The message whose handler is running or awaiting; null where there is none.</summary>
    public object? CurrentMessage => _cell.CurrentMessage;

    internal bool IsAwaiting => _awaited > 0;

    /// <summary>Runs <paramref name="action"/> in the actor that runs on this thread.</summary>
    public static void RunTask(Action action) => RunTask(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Starts an asynchronous part of this handler; no other message is handled before it ends.</summary>
    /// <exception cref="InvalidOperationException">No actor runs on this thread.</exception>
    public static void RunTask(Func<Task> asyncAction)
    {
        var cell = ActorCell.Current ?? throw new InvalidOperationException(
            "Cannot run a task for an actor: none runs on this thread. Call RunTask from a message handler.");
        cell.TaskScheduler.Start(asyncAction);
    }

    internal void RunNow(Task task) => WithoutContext(() => TryExecuteTask(task));

    /// <summary>Nothing: what is queued lies in the mailbox.</summary>
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    /// <summary>Sends the task to the actor, which runs it among its system messages.</summary>
    protected override void QueueTask(Task task)
    {
        _cell.System.Parts.Continuing(_cell);
        _cell.Mailbox.Post(new Continue(this, task));
    }

    /// <summary>Runs the task at once where that is inside the actor.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        ActorCell.Current == _cell && TryExecuteTask(task);

    private void Start(Func<Task> action)
    {
        _awaited++;
        _cell.Mailbox.Suspend();
        var start = new Task<Task>(action);
        WithoutContext(() => start.RunSynchronously(this));
        var running = start.IsCompletedSuccessfully ? start.Result : start;
        if (running.IsCompleted)
        {
            Finish(running);
        }
        else
        {
            running.ContinueWith(FinishLater, CancellationToken.None, TaskContinuationOptions.None, this);
        }
    }

    private void FinishLater(Task task)
    {
        Finish(task);
        _cell.EndTurn();
    }

    private void Finish(Task task)
    {
        _awaited--;
        _cell.Mailbox.Resume();
        if (!task.IsCompletedSuccessfully)
        {
            _cell.Fail(task.Exception?.InnerException ?? new TaskCanceledException(task));
        }
    }

    // A context that lies on the thread, such as a test runner's, would draw what follows an await out of the actor.
    private static void WithoutContext(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
