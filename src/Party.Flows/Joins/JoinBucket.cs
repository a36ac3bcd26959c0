namespace Party.Flows.Joins;

/// <summary>What has come of one key, of both sides.</summary>
internal struct JoinBucket<TLeft, TRight>
{
    /// <summary>What has come of the left side.</summary>
    public Few<TLeft> Left;

    /// <summary>What has come of the right side.</summary>
    public Few<TRight> Right;
}
