using System.Globalization;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Windows;

/// <summary>Keeps the names of a window's events as its state, and writes down what fires.</summary>
internal sealed class Recorder<T>(Func<T, char> name) : IPaneHandler<T>
{
    private readonly HashSet<Pane> _open = [];
    private readonly List<string> _fired = [];

    public string Late { get; private set; } = "";

    public int Opened { get; private set; }

    public int Fed { get; private set; }

    public int Calls { get; private set; }

    public int OpenNow => _open.Count;

    public List<string> Merged { get; } = [];

    public List<OpenWindow> Closed { get; } = [];

    /// <summary>What has fired since it was asked for last.</summary>
    public string[] TakeFired()
    {
        string[] fired = [.. _fired];
        _fired.Clear();
        return fired;
    }

    public Pane Open(OpenWindow window)
    {
        Opened++;
        var pane = new Pane(window, slots: 1);
        _open.Add(pane);
        return pane;
    }

    public void Feed(Pane pane, ReadOnlySpan<T> events, Trigger? firing = null)
    {
        Assert.Contains(pane, _open);
        Assert.NotEqual(0, events.Length);
        Fed += events.Length;
        Calls++;
        foreach (var item in events)
        {
            pane[0] = $"{pane[0]}{name(item)}";
        }

        if (firing is { } trigger)
        {
            Fire(pane, trigger);
        }
    }

    public void Fire(Pane pane, Trigger trigger)
    {
        Assert.Contains(pane, _open);
        _fired.Add($"{Describe(pane.Window)} {trigger}: {pane[0]}".TrimEnd());
    }

    public void Close(Pane pane)
    {
        Assert.True(_open.Remove(pane), "Expected an open window to close.");
        Closed.Add(pane.Window);
    }

    public void Merge(Pane into, Pane from)
    {
        Assert.Contains(into, _open);
        Assert.True(_open.Remove(from), "Expected an open window to merge.");
        Merged.Add($"{into[0]}+{from[0]}");
        into[0] = $"{into[0]}{from[0]}";
    }

    void IPaneHandler<T>.Late(T item) => Late += name(item);

    private static string Describe(OpenWindow window) => window.Kind == WindowKind.Session
        ? string.Create(
            CultureInfo.InvariantCulture, $"{window.Key}[{Seconds(window.Start)},{Seconds(window.End)})")
        : string.Create(CultureInfo.InvariantCulture, $"{window.Number}");

    private static double Seconds(DateTimeOffset? time) => (time?.Ticks ?? 0) / (double)TimeSpan.TicksPerSecond;
}
