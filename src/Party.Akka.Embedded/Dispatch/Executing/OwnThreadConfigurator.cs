using Akka.Configuration;

namespace Akka.Dispatch.Executing;

/// <summary>A dispatcher with a thread of its own for every actor of its section.</summary>
internal sealed class OwnThreadConfigurator(Config config, SystemPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    public override MessageDispatcher Dispatcher() =>
        new ExecutorDispatcher(this, prerequisites.Parts.OwnThread(Config.GetString("id") ?? ""));
}
