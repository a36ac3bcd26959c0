using Akka.Actor;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.EventFilters;

/// <summary>Filters that are set up from its making until they are taken back.</summary>
internal sealed class MutedFilters : IUnmutableFilter
{
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<LogEventFilter> _filters;

    public MutedFilters(ActorSystem system, IReadOnlyList<LogEventFilter> filters)
    {
        _system = system;
        _filters = filters;
        _system.EventStream.Publish(new Mute(filters));
    }

    public void Unmute() => _system.EventStream.Publish(new Unmute(_filters));

    public void Dispose() => Unmute();
}
