using Akka.Configuration;

namespace Akka.Dispatch.Executing;

/// <summary>One dispatcher on the threads of the process, for all actors of its section.</summary>
internal sealed class SharedThreadsConfigurator : MessageDispatcherConfigurator
{
    private readonly ExecutorDispatcher _dispatcher;

    public SharedThreadsConfigurator(Config config, SystemPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new(this, prerequisites.Parts.SharedThreads(config.GetString("id") ?? ""));

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
