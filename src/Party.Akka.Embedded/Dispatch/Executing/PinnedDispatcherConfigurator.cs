using Akka.Configuration;

namespace Akka.Dispatch.Executing;

/// <summary>A dispatcher for every actor of its section.</summary>
internal sealed class PinnedDispatcherConfigurator(
    Config config, IDispatcherPrerequisites prerequisites, Func<Executor> newExecutor)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    public override MessageDispatcher Dispatcher() => new ExecutorDispatcher(this, newExecutor());
}
