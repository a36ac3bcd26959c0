using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>The <c>type</c> of a section that describes a <see cref="CallingThreadDispatcher"/>.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    /// <summary>Called by the system, for a section of its configuration.</summary>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new(this);

    /// <summary>The same one for every actor: it has no state.</summary>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
