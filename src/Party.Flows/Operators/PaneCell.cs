using Party.Flows.Windows;

namespace Party.Flows.Operators;

/// <summary>The window that some operators of a stage work in: the one whose events they are being given.</summary>
/// <remarks>
/// Where no window was asked for it is a global one, which is open from the start and fires at the end.
/// </remarks>
internal sealed class PaneCell(StageScope scope)
{
    // From the last operator of the stage to the first, since that is how a stage is put together.
    private readonly List<IPaneState> _states = [];
    private Pane? _current;
    private bool _hasEnded;

    /// <summary>Whether an operator decides which window it is.</summary>
    public bool IsWindowed { get; set; }

    /// <summary>The window.</summary>
    public Pane Current
    {
        get => _current ??= Open(new(WindowKind.Global, 0));
        set => _current = value;
    }

    /// <summary>Which of the layer's stages it is in, from 0.</summary>
    public int Stage => scope.Index;

    /// <summary>Adds an operator.</summary>
    /// <returns>Which of a window's slots is its own.</returns>
    public int Add(IPaneState state)
    {
        _states.Add(state);
        return _states.Count - 1;
    }

    /// <summary>Opens a window.</summary>
    public Pane Open(OpenWindow window) => new(window, _states.Count);

    /// <summary>A window fires.</summary>
    public void Fire(Pane pane, Trigger trigger)
    {
        var firing = new Firing(pane.Window, trigger, scope.Index, scope.Count);
        _current = pane;
        for (var index = _states.Count - 1; index >= 0; index--)
        {
            _states[index].Fire(pane, firing);
        }
    }

    /// <summary>Somebody asks for it: where no operator decides, the one window there is fires.</summary>
    public void FireByMessage(string name)
    {
        if (!IsWindowed && !_hasEnded)
        {
            Fire(Current, Trigger.Message(name));
        }
    }

    /// <summary>A window is over.</summary>
    public void Close(Pane pane)
    {
        for (var index = _states.Count - 1; index >= 0; index--)
        {
            _states[index].Close(pane);
        }
    }

    /// <summary>Two windows have become one.</summary>
    public void Merge(Pane into, Pane from)
    {
        for (var index = _states.Count - 1; index >= 0; index--)
        {
            _states[index].Merge(into, from);
        }
    }

    /// <summary>What is emitted event by event is kept until the window has fired, or no longer.</summary>
    public void Hold(bool isHeld)
    {
        for (var index = _states.Count - 1; index >= 0; index--)
        {
            _states[index].Hold(isHeld);
        }
    }

    /// <summary>
    /// Nothing more comes. Where no operator decides, the one window there is fires and closes, once.
    /// </summary>
    public void End()
    {
        if (!IsWindowed && !_hasEnded)
        {
            _hasEnded = true;
            Fire(Current, Trigger.Done);
            Close(Current);
        }
    }
}
