namespace Party.Flows.Windows;

/// <summary>What carries out the decisions of a <see cref="WindowLedger{T}"/>, at once and in order.</summary>
/// <remarks>
/// It tells what a window has come to, and leaves the state as it is: where it is to be discarded, the ledger resets
/// the pane when the firing has been carried out. A window that has nothing new to tell closes without a last firing.
/// </remarks>
internal interface IPaneHandler<T>
{
    /// <summary>Opens a window.</summary>
    Pane Open(OpenWindow window);

    /// <summary>Events belong to a window; where a trigger is named, it fires after the last of them.</summary>
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
