using Akka.Actor.References;

namespace Akka.Dispatch.SystemMessages;

/// <summary>A child failed and waits, suspended, for its supervisor to decide.</summary>
internal sealed class Failed(IInternalActorRef child, Exception cause) : SystemMessage
{
    public IInternalActorRef Child => child;

    public Exception Cause => cause;

    // A supervisor that failed itself will most likely stop its children; deciding about them now would be wasted.
    public override CellState WaitsFrom => CellState.Suspended;

    public override string ToString() => $"<Failed>: {child} ({cause.GetType()})";
}
