using Akka.Actor.References;

namespace Akka.Actor.Cells;

/// <summary>A child as its supervisor sees it: the reference, and its restarts so far.</summary>
internal sealed class ChildStats(IInternalActorRef child)
{
    private int _restarts;
    private long _windowStart;

    public IInternalActorRef Child => child;

    public string Name => child.Path.Name;

    /// <summary>Whether it has been told to stop. Only for <see cref="Children"/>.</summary>
    public bool IsDying { get; set; }

    /// <summary>Counts one more restart, and answers whether the limit allows it.</summary>
    public bool MayRestart(RestartLimit limit, TimeProvider clock)
    {
        if (limit.Retries == 0)
        {
            return false;
        }

        if (limit.WindowMilliseconds <= 0)
        {
            return limit.Retries < 0 || ++_restarts <= limit.Retries;
        }

        if (_restarts == 0 || clock.GetElapsedTime(_windowStart).TotalMilliseconds > limit.WindowMilliseconds)
        {
            _windowStart = clock.GetTimestamp();
            _restarts = 0;
        }

        return ++_restarts <= Math.Max(limit.Retries, 1);
    }
}
