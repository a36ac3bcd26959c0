using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>A thread dispatcher without threads: messages are handled by whoever tells them, in Tell.</summary>
/// <remarks>While one thread is inside an actor, messages of others wait, and that thread handles them too.</remarks>
public class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>Its id, for <c>Props.WithDispatcher</c>.</summary>
    public static readonly new string Id = "akka.test.calling-thread-dispatcher";

    /// <summary>A dispatcher for the section of the configurator.</summary>
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
        ArgumentNullException.ThrowIfNull(configurator);
        base.Id = configurator.Config.GetString("id", Id);
        Throughput = configurator.Config.GetInt("throughput", int.MaxValue);
    }

    /// <summary>Runs the work here and now.</summary>
    protected override void ExecuteTask(IRunnable run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.Run();
    }

    /// <summary>Nothing: there are no threads to let go of.</summary>
    protected override void Shutdown()
    {
    }
}
