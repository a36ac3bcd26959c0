using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What a system offers its thread dispatchers.</summary>
public interface IDispatcherPrerequisites
{
    /// <summary>The event stream of the system.</summary>
    EventStream EventStream { get; }

    /// <summary>The scheduler of the system.</summary>
    IScheduler Scheduler { get; }

    /// <summary>The configuration of the system.</summary>
    Settings Settings { get; }

    /// <summary>The kinds of mailbox of the system.</summary>
    Mailboxes Mailboxes { get; }
}
