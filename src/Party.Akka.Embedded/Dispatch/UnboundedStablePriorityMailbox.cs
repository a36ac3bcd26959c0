using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Like <see cref="UnboundedPriorityMailbox"/>, with equals in the order they came.</summary>
public abstract class UnboundedStablePriorityMailbox
    : MailboxType, IProducesMessageQueue<UnboundedStablePriorityMessageQueue>
{
    /// <summary>The room at first.</summary>
    public const int DefaultCapacity = 11;

    /// <summary>Keeps settings and section.</summary>
    protected UnboundedStablePriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <summary>The room at first; it grows with need.</summary>
    public int InitialCapacity => DefaultCapacity;

    /// <inheritdoc/>
    public sealed override IMessageQueue Create(IActorRef owner, ActorSystem system) =>
        new UnboundedStablePriorityMessageQueue(PriorityGenerator, InitialCapacity);

    /// <summary>The priority of a message: the lowest number is handled first.</summary>
    protected abstract int PriorityGenerator(object message);
}
