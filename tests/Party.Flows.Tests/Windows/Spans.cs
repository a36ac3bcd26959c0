using Party.Flows.Windows;

namespace Party.Flows.Tests.Windows;

/// <summary>Windows of seconds.</summary>
internal static class Spans
{
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static FixedWindow<Item> Fixed(double size) => Window.Fixed<Item>(Seconds(size), static item => item.Time);

    public static EventTimeWindow<Item> Sliding(double size, double slide) =>
        Window.Sliding<Item>(Seconds(size), Seconds(slide), static item => item.Time);

    public static EventTimeWindow<Item> Session(double gap) =>
        Window.Session<Item>(Seconds(gap), static item => item.Time);

    public static EventTimeWindow<Item> SessionByCase(double gap) =>
        Window.Session<Item, string>(Seconds(gap), static item => item.Time, static item => item.IsUpper ? "U" : "l");

    /// <summary>Elixir's Flow, in every respect.</summary>
    public static FixedWindow<Item> AsFlow(FixedWindow<Item> window) => window with
    {
        LateRule = LateRule.PerUpstream,
        EmptyWindows = EmptyWindows.Fire,
        FinalFiring = FinalFiring.Always,
    };
}
