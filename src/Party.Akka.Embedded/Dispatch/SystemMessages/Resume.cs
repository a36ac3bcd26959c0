namespace Akka.Dispatch.SystemMessages;

/// <summary>
/// Go on with the same instance. <see cref="CausedBy"/> is the failure that is forgiven, or null where none was.
/// </summary>
internal sealed class Resume(Exception? causedBy) : SystemMessage
{
    public Exception? CausedBy => causedBy;

    public override CellState WaitsFrom => CellState.AwaitingChildren;
}
