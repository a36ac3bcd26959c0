namespace Akka.Dispatch.SystemMessages;

/// <summary>Restart: replace the instance that failed because of <see cref="Cause"/>.</summary>
internal sealed class Recreate(Exception cause) : SystemMessage
{
    public Exception Cause => cause;

    public override CellState WaitsFrom => CellState.AwaitingChildren;
}
