using Akka.Dispatch.Executing;

namespace Akka.Actor.Hosting;

/// <summary>What a system takes from outside: time, threads and chance. A simulator replaces all three.</summary>
internal abstract class RuntimeParts
{
    /// <summary>Where all time comes from.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>Makes what runs the mailboxes of a thread dispatcher that shares the threads of the process.</summary>
    public abstract Executor SharedThreads(string dispatcherId);

    /// <summary>Makes what runs the mailboxes of a thread dispatcher with so many threads of its own.</summary>
    public abstract Executor OwnThreads(string dispatcherId, int count);

    /// <summary>The first uid of a system; the others follow it. It tells systems of one name apart.</summary>
    public abstract long FirstUid();

    /// <summary>A number from 0 up to 1, to spread what would otherwise happen everywhere at once.</summary>
    public abstract double Chance();
}
