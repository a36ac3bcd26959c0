namespace Party.Actors.Protocol;

/// <summary>Why a supervisor has not started a child.</summary>
public enum ChildRefusal
{
    /// <summary>Its constructor or its PreStart threw, or it could not be made at all.</summary>
    Failed,

    /// <summary>Another child has that name.</summary>
    NameTaken,

    /// <summary>There are as many children as there may be.</summary>
    MaxChildren,

    /// <summary>The supervisor is being shut down.</summary>
    ShuttingDown,
}
