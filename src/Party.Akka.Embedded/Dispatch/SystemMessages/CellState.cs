namespace Akka.Dispatch.SystemMessages;

/// <summary>How much of the outside a cell can attend to, from all of it to hardly any.</summary>
internal enum CellState
{
    /// <summary>Handles everything.</summary>
    Running,

    /// <summary>Its mailbox is suspended: it failed, its supervisor failed, or it awaits a task.</summary>
    Suspended,

    /// <summary>It can't be created, restarted or ended before some children are gone.</summary>
    AwaitingChildren,

    /// <summary>No cell gets there: a message that waits from here on never waits.</summary>
    Never,
}
