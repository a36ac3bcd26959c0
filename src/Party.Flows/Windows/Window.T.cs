using System.Collections.Immutable;

namespace Party.Flows.Windows;

/// <summary>How events are put into windows, and when these fire; made by <see cref="Window"/>.</summary>
/// <remarks>
/// A value: <c>with</c> and the methods return a changed copy. Every stage has windows of its own, and what a window's
/// end means is its kind's affair; triggers make it fire before that.
/// </remarks>
public abstract record Window<T>
{
    private protected Window()
    {
    }

    /// <summary>What becomes of a window's state when it has fired.</summary>
    /// <value>The default is <see cref="Accumulation.Accumulate"/>.</value>
    public Accumulation Accumulation { get; init; }

    /// <summary>Whether a window fires at its end when nothing has come since it fired last.</summary>
    /// <value>The default is <see cref="FinalFiring.WhenChanged"/>.</value>
    public FinalFiring FinalFiring { get; init; }

    /// <summary>What counts events, or judges them; null if nothing does.</summary>
    internal TriggerRule<T>? Rule { get; init; }

    /// <summary>The periods after which open windows fire.</summary>
    internal ImmutableArray<TimeSpan> Periods { get; init; } = [];

    /// <summary>Where late events go, which whoever carries out the decisions hands over; null if nowhere.</summary>
    internal virtual SideOutput<T>? LateOutput => null;

    /// <summary>How it is called in code, such as <c>Window.Fixed</c>.</summary>
    internal string Text =>
        $"{nameof(Window)}.{GetType().Name[..GetType().Name.IndexOf(nameof(Window), StringComparison.Ordinal)]}";

    /// <summary>Whether two windows may become one.</summary>
    internal virtual bool MergesWindows => false;

    /// <summary>Makes a window fire whenever so many more events have come to it.</summary>
    /// <exception cref="InvalidOperationException">It has a trigger that counts or judges events.</exception>
    public virtual Window<T> TriggerEvery(int count)
    {
        if (count <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Expected a trigger every 1 or more events, got {count}.");
        }

        return Judged(new EveryRule<T>(count));
    }

    /// <summary>Makes every window fire that has changed, whenever so much processing time has gone by.</summary>
    /// <remarks>Any number of them may be set. By <see cref="FinalFiring.Always"/> all windows fire.</remarks>
    public virtual Window<T> TriggerPeriodically(TimeSpan period) =>
        this with { Periods = Periods.Add(Expect.Positive(period, "a trigger's period")) };

    /// <summary>Makes a window fire after each event of which a rule of one's own says so.</summary>
    /// <param name="name">What the firings are called.</param>
    /// <param name="seed">The rule's state in a window that opens.</param>
    /// <param name="rule">Whether the window fires after this event, and the state for the next one.</param>
    /// <exception cref="InvalidOperationException">It has a trigger that counts or judges events.</exception>
    public virtual Window<T> TriggerWhen<TState>(
        string name, Func<TState> seed, Func<TState, T, (bool Fires, TState State)> rule)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(rule);
        return Judged(new WhenRule<T, TState>(name, seed, rule));
    }

    /// <summary>What a stage decides by; one for each of them.</summary>
    internal abstract WindowLedger<T> NewLedger();

    private Window<T> Judged(TriggerRule<T> rule) => Rule is null
        ? this with { Rule = rule }
        : throw new InvalidOperationException(
            $"Expected one trigger that counts or judges events, got \"{rule.Trigger}\" beside \"{Rule.Trigger}\". " +
            "Put both into one rule of TriggerWhen.");
}
