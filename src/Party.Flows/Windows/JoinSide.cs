namespace Party.Flows.Windows;

/// <summary>An event of one of the two sides that are joined.</summary>
internal readonly struct JoinSide<TLeft, TRight>
{
    private JoinSide(bool isLeft, TLeft left, TRight right)
    {
        IsLeft = isLeft;
        Left = left;
        Right = right;
    }

    public bool IsLeft { get; }

    /// <summary>The event, if it is of the left side; else nothing to look at.</summary>
    public TLeft Left { get; }

    /// <summary>The event, if it is of the right side; else nothing to look at.</summary>
    public TRight Right { get; }

    public static JoinSide<TLeft, TRight> OfLeft(TLeft item) => new(true, item, default!);

    public static JoinSide<TLeft, TRight> OfRight(TRight item) => new(false, default!, item);

    /// <summary>What one function or the other says of it.</summary>
    public TResult Match<TResult>(Func<TLeft, TResult> left, Func<TRight, TResult> right) =>
        IsLeft ? left(Left) : right(Right);
}
