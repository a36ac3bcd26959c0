using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>A kind of mailbox that handles messages by priority. Name a derived class in the configuration.</summary>
public abstract class UnboundedPriorityMailbox : MailboxType, IProducesMessageQueue<UnboundedPriorityMessageQueue>
{
    /// <summary>The room at first.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>Keeps settings and section.</summary>
    protected UnboundedPriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <summary>The room at first; it grows with need.</summary>
    public int InitialCapacity => DefaultCapacity;

    /// <inheritdoc/>
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new UnboundedPriorityMessageQueue(PriorityGenerator, InitialCapacity);

    /// <summary>The priority of a message: the lowest number is handled first.</summary>
    protected abstract int PriorityGenerator(object message);
}
