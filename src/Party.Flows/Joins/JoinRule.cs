namespace Party.Flows.Joins;

/// <summary>What comes of two flows that are joined.</summary>
/// <param name="Name">The operator, as it is called in code.</param>
/// <param name="Pair">What comes of two events of the same key.</param>
/// <param name="Left">What comes of an event of the left side without a partner; null where nothing does.</param>
/// <param name="Right">What comes of an event of the right side without a partner; null where nothing does.</param>
internal sealed record JoinRule<TLeft, TRight, TOut>(
    string Name, Func<TLeft, TRight, TOut> Pair, Func<TLeft, TOut>? Left, Func<TRight, TOut>? Right);
