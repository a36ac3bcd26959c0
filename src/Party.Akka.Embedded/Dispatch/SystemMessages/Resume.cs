namespace Akka.Dispatch.SystemMessages;

/// <summary>Go on with the same instance, forgiving <see cref="CausedBy"/>; null where nothing failed.</summary>
internal sealed class Resume(Exception? causedBy) : SystemMessage
{
    public Exception? CausedBy => causedBy;

    public override CellState WaitsFrom => CellState.AwaitingChildren;
}
