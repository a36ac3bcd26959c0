using Akka.Event;

namespace Akka.Actor;

/// <summary>A watched actor has ended. Left unhandled, it is a <see cref="DeathPactException"/>.</summary>
public sealed class Terminated
    : IAutoReceivedMessage,
    IPossiblyHarmful,
    IDeadLetterSuppression,
    INoSerializationVerificationNeeded,
    IEquatable<Terminated>
{
    /// <summary>Sent by the runtime. A receiver that does not watch the actor drops it.</summary>
    public Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    {
        ActorRef = actorRef;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    /// <summary>The actor that ended.</summary>
    public IActorRef ActorRef { get; }

    /// <summary>Whether the whole system of the actor was lost; never in one process.</summary>
    public bool AddressTerminated { get; }

    /// <summary>False where the actor had ended, or never lived, when the watch began.</summary>
    public bool ExistenceConfirmed { get; }

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null
        && ActorRef.Equals(other.ActorRef)
        && AddressTerminated == other.AddressTerminated
        && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}
