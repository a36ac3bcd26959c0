using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Event;

namespace Akka.Dispatch.Executing;

/// <summary>What a system offers its thread dispatchers.</summary>
internal sealed class SystemPrerequisites(EmbeddedActorSystem system) : IDispatcherPrerequisites
{
    public EventStream EventStream => system.EventStream;

    public IScheduler Scheduler => system.Scheduler;

    public Settings Settings => system.Settings;

    public Mailboxes Mailboxes => system.Mailboxes;
}
