using Akka.Configuration;

namespace Akka.Dispatch.Executing;

/// <summary>One dispatcher for all actors of its section.</summary>
internal sealed class SharedDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ExecutorDispatcher _dispatcher;

    public SharedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites, Executor executor)
        : base(config, prerequisites) => _dispatcher = new(this, executor);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
