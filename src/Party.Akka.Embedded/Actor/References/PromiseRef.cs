using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>A reference that waits for one answer, at a path below <c>/temp</c>, and hands it to a task.</summary>
/// <remarks>What comes after the answer, or after the wait was given up, is a dead letter.</remarks>
internal abstract class PromiseRef<T> : ActorRefBase, IInternalActorRef
{
    private readonly Promise<T> _answer;
    private readonly TempContainerRef _container;

    // Ends the wait early, by time or by the caller's will.
    private ITimer? _timer;
    private CancellationTokenRegistration _cancellation;

    protected PromiseRef(EmbeddedActorSystem system)
    {
        System = system;
        _answer = new(system.Parts.Completions);
        _container = system.Provider.TempContainer;
        Path = _container.NextPath();
        _container.Add(this);
    }

    public override ActorPath Path { get; }

    public EmbeddedActorSystem System { get; }

    public IInternalActorRef Parent => _container;

    public IEnumerable<IInternalActorRef> Children => [];

    public Task<T> Task => _answer.Task;

    public IInternalActorRef? Child(string name) => null;

    public virtual void SendSystemMessage(SystemMessage message) => DeadSystemMessages.Bury(message);

    /// <summary>Starts the wait. Without a time it lasts until the answer comes, or the token says otherwise.</summary>
    public void WaitFor(TimeSpan? timeout, CancellationToken cancellation)
    {
        if (timeout is { } time && time > TimeSpan.Zero)
        {
            _timer = System.Clock.CreateTimer(_ => TimeOut(), null, time, Timeout.InfiniteTimeSpan);
        }

        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister((_, token) => TrySetCanceled(token), null);
        }
    }

    protected bool TrySetResult(T result) => Done(_answer.TrySetResult(result));

    protected bool TrySetException(Exception error) => Done(_answer.TrySetException(error));

    protected bool TrySetCanceled(CancellationToken token = default) => Done(_answer.TrySetCanceled(token));

    /// <summary>What becomes of the task when time has run out.</summary>
    protected abstract void TimeOut();

    private bool Done(bool isFirst)
    {
        if (isFirst)
        {
            _container.Remove(this);
            _timer?.Dispose();
            _cancellation.Unregister();
        }

        return isFirst;
    }
}
