using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A kind of mailbox with a limit, for actors with a stash.</summary>
public class BoundedDequeBasedMailbox
    : MailboxType, IProducesMessageQueue<BoundedDequeMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>Takes the limits from the section: mailbox-capacity and mailbox-push-timeout-time.</summary>
    public BoundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        Capacity = config.GetInt("mailbox-capacity");
        PushTimeout = config.GetTimeSpan("mailbox-push-timeout-time");
        if (Capacity <= 0)
        {
            throw new ArgumentException(
                $"Expected mailbox-capacity to be more than zero, got {Capacity}.", nameof(config));
        }
    }

    /// <summary>How many messages it holds.</summary>
    public int Capacity { get; }

    /// <inheritdoc/>
    public TimeSpan PushTimeout { get; }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new BoundedDequeMessageQueue(Capacity, PushTimeout);
}
