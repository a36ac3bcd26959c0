namespace Akka.Dispatch.SystemMessages;

/// <summary>What the runtime tells a cell. Overtakes user messages, and is handled while those are suspended.</summary>
/// <remarks>An instance lies in one mailbox at most, since it is its own list node.</remarks>
internal abstract class SystemMessage
{
    public SystemMessage? Next { get; set; }

    /// <summary>The least busy state of the cell in which this message has to wait.</summary>
    public virtual CellState WaitsFrom => CellState.Never;
}
