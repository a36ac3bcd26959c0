namespace Party.Flows.Windows;

/// <summary>The arithmetic of a window in one stage: where an event belongs, and when each window fires.</summary>
/// <remarks>
/// Deterministic and single-owner: it reads no clock and sends nothing. The stage that owns it says what came, from
/// which upstream stage and when, and carries out what it answers through an <see cref="IPaneHandler{T}"/>.
/// </remarks>
internal abstract class WindowLedger<T>
{
    /// <summary>How often the stage has to call <see cref="Tick"/>, by the number it calls it with.</summary>
    public virtual IReadOnlyList<TimeSpan> Timers => [];

    /// <summary>The stage begins: it has so many upstream stages, numbered from 0.</summary>
    public abstract void Start(int upstreams, TimeSpan now, IPaneHandler<T> handler);

    /// <summary>A batch came from an upstream stage.</summary>
    public abstract void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler);

    /// <summary>A timer has run out.</summary>
    public abstract void Tick(int timer, TimeSpan now, IPaneHandler<T> handler);

    /// <summary>Somebody wants every open window to fire.</summary>
    public abstract void Fire(string name, IPaneHandler<T> handler);

    /// <summary>An upstream stage has ended: it holds nothing back any more.</summary>
    public abstract void End(int upstream, IPaneHandler<T> handler);

    /// <summary>Nothing more comes at all: what is open fires for the last time, and closes.</summary>
    public abstract void End(IPaneHandler<T> handler);
}
