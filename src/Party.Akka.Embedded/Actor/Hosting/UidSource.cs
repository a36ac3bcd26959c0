namespace Akka.Actor.Hosting;

/// <summary>Uids of one system, which tell incarnations under one path apart.</summary>
internal sealed class UidSource(long first)
{
    private long _last = first - 1;

    public long Next() => Interlocked.Increment(ref _last);
}
