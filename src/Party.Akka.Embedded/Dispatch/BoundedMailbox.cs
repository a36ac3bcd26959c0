using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A kind of mailbox with a limit: senders wait for room, and in the end make a dead letter.</summary>
public sealed class BoundedMailbox
    : MailboxType, IProducesMessageQueue<BoundedMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    private readonly MailboxLimits _limits;

    /// <summary>Takes the limits from the section: mailbox-capacity and mailbox-push-timeout-time.</summary>
    public BoundedMailbox(Settings settings, Config config)
        : base(settings, config) => _limits = MailboxLimits.Read(config);

    /// <summary>How many messages it holds.</summary>
    public int Capacity => _limits.Capacity;

    /// <inheritdoc/>
    public TimeSpan PushTimeout => _limits.PushTimeout;

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new BoundedMessageQueue(Capacity, PushTimeout);
}
