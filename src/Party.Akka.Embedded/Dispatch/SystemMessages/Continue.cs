namespace Akka.Dispatch.SystemMessages;

/// <summary>Run the next part of an asynchronous handler inside the actor.</summary>
internal sealed class Continue(ActorTaskScheduler scheduler, Task task) : SystemMessage
{
    public void Run() => scheduler.RunNow(task);
}
