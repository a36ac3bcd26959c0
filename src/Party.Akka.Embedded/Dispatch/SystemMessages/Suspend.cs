namespace Akka.Dispatch.SystemMessages;

/// <summary>Handle no user messages until as many <see cref="Resume"/> or <see cref="Recreate"/> have come.</summary>
internal sealed class Suspend : SystemMessage
{
    public override CellState WaitsFrom => CellState.AwaitingChildren;
}
