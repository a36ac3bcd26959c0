namespace Party.Hosting;

/// <summary>What is wrong with a stage.</summary>
internal enum TroubleKind
{
    /// <summary>A handler took longer than its budget. The stage goes on.</summary>
    Overdue,

    /// <summary>It logged an error. If it ends soon, that is why.</summary>
    Failed,

    /// <summary>Its books do not close. It stops over that.</summary>
    Broken,
}
