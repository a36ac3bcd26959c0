namespace Akka.Dispatch;

/// <summary>Work for a thread dispatcher; the thread pool takes it without a wrapper.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    /// <summary>Does the work on the calling thread.</summary>
    void Run();
}
