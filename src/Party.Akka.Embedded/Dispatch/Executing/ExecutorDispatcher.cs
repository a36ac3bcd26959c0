namespace Akka.Dispatch.Executing;

/// <summary>A thread dispatcher that hands everything to its executor.</summary>
internal sealed class ExecutorDispatcher : MessageDispatcher
{
    private readonly Executor _executor;

    public ExecutorDispatcher(MessageDispatcherConfigurator configurator, Executor executor)
        : base(configurator)
    {
        _executor = executor;
        Id = configurator.Config.GetString("id") ?? "";
        Throughput = configurator.Config.GetInt("throughput", DefaultThroughput);
    }

    protected override void ExecuteTask(IRunnable run) => _executor.Execute(run);

    protected override void Shutdown() => _executor.Shutdown();
}
