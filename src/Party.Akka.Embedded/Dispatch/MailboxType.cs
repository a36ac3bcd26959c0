using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A kind of mailbox: makes the queues of those that use it.</summary>
/// <remarks>
/// A type of one's own is named by <c>mailbox-type</c> in a section and has a constructor like this one.
/// </remarks>
public abstract class MailboxType
{
    /// <summary>The configuration of the system.</summary>
    protected readonly Settings Settings;

    /// <summary>The section that describes this kind.</summary>
    protected readonly Config Config;

    /// <summary>Keeps settings and section.</summary>
    protected MailboxType(Settings settings, Config config)
    {
        Settings = settings;
        Config = config;
    }

    /// <summary>Makes the queue of one actor.</summary>
    public abstract IMessageQueue Create(IActorRef owner, ActorSystem system);
}
