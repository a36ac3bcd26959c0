using Akka.Actor.Cells;
using Akka.Dispatch.Executing;
using Akka.Dispatch.MessageQueues;

namespace Akka.Actor.Hosting;

/// <summary>What a system takes from outside: time, threads and chance. A simulator replaces all three.</summary>
internal abstract class RuntimeParts
{
    /// <summary>Where all time comes from.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>
    /// What completes the tasks that user code awaits, one after the other; null completes each where it is decided,
    /// and leaves what follows to the thread pool.
    /// </summary>
    public virtual Executor? Completions => null;

    /// <summary>Makes what runs the mailboxes of a thread dispatcher that shares the threads of the process.</summary>
    public abstract Executor SharedThreads(string dispatcherId);

    /// <summary>Makes what runs the mailboxes of a thread dispatcher with so many threads of its own.</summary>
    public abstract Executor OwnThreads(string dispatcherId, int count);

    /// <summary>The queue of a new actor's mailbox.</summary>
    /// <param name="owner">The actor.</param>
    /// <param name="configured">The queue that its configuration asks for; null for the one in every mailbox.</param>
    public virtual IMessageQueue? Queue(IActorRef owner, IMessageQueue? configured) => configured;

    /// <summary>Keeps the calling thread until the task has ended.</summary>
    /// <returns>False if the time ran out; an infinite time never does.</returns>
    public virtual bool Wait(Task task, TimeSpan timeout, CancellationToken cancellation) =>
        Task.WaitAny([task], (int)timeout.TotalMilliseconds, cancellation) >= 0;

    /// <summary>Waits until the task has ended, without keeping the calling thread.</summary>
    /// <inheritdoc cref="Wait" path="/returns"/>
    public virtual async ValueTask<bool> WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellation)
    {
        const ConfigureAwaitOptions WithoutThrowing =
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;
        await task.WaitAsync(timeout, cancellation).ConfigureAwait(WithoutThrowing);
        cancellation.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    /// <summary>Takes note of a task whose result will be told to an actor.</summary>
    public virtual void Piping(Task task, ICanTell recipient)
    {
    }

    /// <summary>Takes note that an asynchronous handler of an actor is to go on.</summary>
    public virtual void Continuing(ActorCell cell)
    {
    }

    /// <summary>Where something stands among what is due at one moment, from its place in the order of calls.</summary>
    public virtual long TimerOrder(long sequence) => sequence;

    /// <summary>The first uid of a system; the others follow it. It tells systems of one name apart.</summary>
    public abstract long FirstUid();

    /// <summary>A number from 0 up to 1, to spread what would otherwise happen everywhere at once.</summary>
    public abstract double Chance();
}
