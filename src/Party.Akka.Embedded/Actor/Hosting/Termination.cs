using Akka.Event;

namespace Akka.Actor.Hosting;

/// <summary>What is to be done at the end of a system, and the task that tells of it.</summary>
internal sealed class Termination(RuntimeParts parts)
{
    private readonly Lock _lock = new();
    private readonly Promise<Done> _ended = new(parts.Completions);

    // Null once the end has begun.
    private Stack<Action>? _callbacks = new();

    public Task Task => _ended.Task;

    public void Register(Action callback)
    {
        lock (_lock)
        {
            if (_callbacks is null)
            {
                throw new InvalidOperationException(
                    "Cannot register a termination callback: the system has terminated. It would never run.");
            }

            _callbacks.Push(callback);
        }
    }

    /// <summary>Runs the callbacks, the last one registered first, even if one throws.</summary>
    public void Run(ILoggingAdapter log)
    {
        Stack<Action> callbacks;
        lock (_lock)
        {
            (callbacks, _callbacks) = (_callbacks ?? [], null);
        }

        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch (Exception error)
            {
                log.Error(error, "A termination callback failed.");
            }
        }
    }

    public void Complete() => _ended.TrySetResult(Done.Instance);
}
