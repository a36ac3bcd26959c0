using Akka.Configuration;
using Akka.Dispatch;

namespace Party.Conformance.Stages.Actors;

/// <summary>The <c>type</c> of the section that describes a <see cref="TurnDispatcher"/>.</summary>
public sealed class TurnDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly TurnDispatcher _dispatcher;

    /// <summary>Called by the system, for a section of its configuration.</summary>
    public TurnDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new(this);

    /// <summary>The same one for every actor.</summary>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
