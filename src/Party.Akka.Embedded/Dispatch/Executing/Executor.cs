namespace Akka.Dispatch.Executing;

/// <summary>The threads behind a thread dispatcher.</summary>
internal abstract class Executor
{
    /// <summary>Runs the work soon, on another thread or later on this one, never within this call.</summary>
    public abstract void Execute(IRunnable run);

    /// <summary>Lets go of threads that are not needed at the moment; work that comes later takes new ones.</summary>
    public virtual void Shutdown()
    {
    }
}
