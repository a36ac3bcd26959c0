namespace Party.Flows.Windows;

/// <summary>What carries out the decisions of a <see cref="WindowLedger{T}"/>, at once and in order.</summary>
internal interface IPaneHandler<T>
{
    /// <summary>Opens a window.</summary>
    Pane Open(OpenWindow window);

    /// <summary>Events belong to a window; and where a trigger is named, the window fires after the last of them.</summary>
    void Feed(Pane pane, ReadOnlySpan<T> events, Trigger? firing = null);

    /// <summary>A window fires: it emits what it has come to, and goes on.</summary>
    void Fire(Pane pane, Trigger trigger);

    /// <summary>A window is over: nothing of it is needed any more.</summary>
    void Close(Pane pane);

    /// <summary>Two sessions have become one: the second one's state goes into the first one's.</summary>
    void Merge(Pane into, Pane from);

    /// <summary>An event came when its window was over.</summary>
    void Late(T item);
}
