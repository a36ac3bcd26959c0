namespace Party.Flows.Windows;

/// <summary>How events of two flows are put into windows to be joined; made by <see cref="JoinWindow"/>.</summary>
/// <remarks>
/// Pairs are told as soon as both events are there. What found no partner is told at the window's end, so every end
/// fires; triggers before it would have nothing to say.
/// </remarks>
public sealed record JoinWindow<TLeft, TRight>
{
    private readonly Window<JoinSide<TLeft, TRight>> _window;

    internal JoinWindow(Window<JoinSide<TLeft, TRight>> window) =>
        _window = window with { FinalFiring = FinalFiring.Always };

    /// <summary>As <see cref="EventTimeWindow{T}.AllowedLateness"/>; of no account where time doesn't matter.</summary>
    public TimeSpan AllowedLateness
    {
        get;
        init => field = Expect.NotNegative(value, "an allowed lateness");
    }

    /// <summary>As <see cref="EventTimeWindow{T}.IdleTimeout"/>; of no account where time doesn't matter.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan IdleTimeout
    {
        get;
        init => field = Expect.PositiveOrInfinite(value, "an idle timeout");
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// As <see cref="FixedWindow{T}.EmptyWindows"/>: for what is reduced after a join in fixed windows.
    /// </summary>
    public EmptyWindows EmptyWindows { get; init; }

    /// <summary>As <see cref="FixedWindow{T}.LateRule"/>; of no account for other windows.</summary>
    public LateRule LateRule { get; init; }

    /// <summary>Where late events of the left side go.</summary>
    public SideOutput<TLeft>? LateLeft { get; init; }

    /// <summary>Where late events of the right side go.</summary>
    public SideOutput<TRight>? LateRight { get; init; }

    internal Window<JoinSide<TLeft, TRight>> ToWindow() => _window switch
    {
        FixedWindow<JoinSide<TLeft, TRight>> window => window with
        {
            AllowedLateness = AllowedLateness,
            IdleTimeout = IdleTimeout,
            EmptyWindows = EmptyWindows,
            LateRule = LateRule,
            Late = Late(),
        },
        EventTimeWindow<JoinSide<TLeft, TRight>> window => window with
        {
            AllowedLateness = AllowedLateness,
            IdleTimeout = IdleTimeout,
            Late = Late(),
        },
        _ => _window,
    };

    private SideOutput<JoinSide<TLeft, TRight>>? Late() => LateLeft is null && LateRight is null
        ? null
        : new(side =>
        {
            if (side.IsLeft)
            {
                LateLeft?.Take(side.Left);
            }
            else
            {
                LateRight?.Take(side.Right);
            }

            return true;
        });
}
