using Akka.Actor;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.EventFilters;

/// <summary>Filters that are set up until they are taken back.</summary>
internal sealed class MutedFilters(ActorSystem system, IReadOnlyList<LogEventFilter> filters) : IUnmutableFilter
{
    public void Unmute() => system.EventStream.Publish(new Unmute(filters));

    public void Dispose() => Unmute();
}
