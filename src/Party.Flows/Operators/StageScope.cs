namespace Party.Flows.Operators;

/// <summary>What the operators of one stage share.</summary>
/// <param name="index">Which of the layer's stages it is, from 0.</param>
/// <param name="count">How many stages the layer has.</param>
/// <param name="counters">Where it counts what it does.</param>
/// <param name="clock">The time since some moment.</param>
internal sealed class StageScope(int index, int count, StageCounters counters, Func<TimeSpan> clock)
{
    private readonly SortedDictionary<int, PaneCell> _cells = [];
    private readonly List<IWindowed> _windows = [];

    /// <summary>Which of the layer's stages it is, from 0.</summary>
    public int Index => index;

    /// <summary>How many stages the layer has.</summary>
    public int Count => count;

    /// <summary>What the stage has done so far.</summary>
    public StageCounters Counters => counters;

    /// <summary>From which upstream stage the batch at hand came, from 0.</summary>
    public int Upstream { get; set; }

    /// <summary>The time since some moment.</summary>
    public TimeSpan Now => clock();

    /// <summary>The windows of the stage.</summary>
    public IReadOnlyList<IWindowed> Windows => _windows;

    /// <summary>Every open window fires, also one that nobody asked for.</summary>
    public void Fire(string name)
    {
        _windows.ForEach(window => window.Fire(name));
        foreach (var cell in _cells.Values)
        {
            cell.FireByMessage(name);
        }
    }

    /// <summary>Adds a window.</summary>
    public void Add(IWindowed window) => _windows.Add(window);

    /// <summary>The window that the operators of one part of the stage work in.</summary>
    public PaneCell Cell(int section)
    {
        if (!_cells.TryGetValue(section, out var cell))
        {
            cell = new(this);
            _cells.Add(section, cell);
        }

        return cell;
    }
}
