namespace Party.Flows.Windows;

/// <summary>Makes the windows in which two flows are joined: as <see cref="Window"/> does, with two times.</summary>
public static class JoinWindow
{
    /// <summary>Every event meets every other; both sides are kept to the end of the data.</summary>
    public static JoinWindow<TLeft, TRight> Global<TLeft, TRight>() =>
        new(Window.Global<JoinSide<TLeft, TRight>>());

    /// <summary>Every so many events that come to a stage, of both sides together.</summary>
    public static JoinWindow<TLeft, TRight> Count<TLeft, TRight>(int count) =>
        new(Window.Count<JoinSide<TLeft, TRight>>(count));

    /// <summary>What comes to a stage within each period of processing time.</summary>
    public static JoinWindow<TLeft, TRight> Periodic<TLeft, TRight>(TimeSpan period) =>
        new(Window.Periodic<JoinSide<TLeft, TRight>>(period));

    /// <summary>Windows of one size, side by side in event time.</summary>
    public static JoinWindow<TLeft, TRight> Fixed<TLeft, TRight>(
        TimeSpan size, Func<TLeft, DateTimeOffset> leftTime, Func<TRight, DateTimeOffset> rightTime) =>
        new(Window.Fixed(size, Either(leftTime, rightTime)));

    /// <summary>Windows of one size that overlap. Two events meet once in each window that both belong to.</summary>
    public static JoinWindow<TLeft, TRight> Sliding<TLeft, TRight>(
        TimeSpan size, TimeSpan slide, Func<TLeft, DateTimeOffset> leftTime, Func<TRight, DateTimeOffset> rightTime) =>
        new(Window.Sliding(size, slide, Either(leftTime, rightTime)));

    /// <summary>Events of either side that follow each other within a gap.</summary>
    public static JoinWindow<TLeft, TRight> Session<TLeft, TRight>(
        TimeSpan gap, Func<TLeft, DateTimeOffset> leftTime, Func<TRight, DateTimeOffset> rightTime) =>
        new(Window.Session(gap, Either(leftTime, rightTime)));

    /// <summary>Events of one key, of either side, that follow each other within a gap.</summary>
    public static JoinWindow<TLeft, TRight> Session<TLeft, TRight, TKey>(
        TimeSpan gap,
        Func<TLeft, DateTimeOffset> leftTime,
        Func<TRight, DateTimeOffset> rightTime,
        Func<TLeft, TKey> leftKey,
        Func<TRight, TKey> rightKey)
        where TKey : notnull =>
        new(Window.Session(gap, Either(leftTime, rightTime), Either(leftKey, rightKey)));

    private static Func<JoinSide<TLeft, TRight>, TResult> Either<TLeft, TRight, TResult>(
        Func<TLeft, TResult> left, Func<TRight, TResult> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return side => side.Match(left, right);
    }
}
