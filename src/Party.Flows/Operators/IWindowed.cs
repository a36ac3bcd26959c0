namespace Party.Flows.Operators;

/// <summary>A window in a stage, as the stage sees it.</summary>
internal interface IWindowed
{
    /// <summary>How often the stage has to call <see cref="Tick"/>, by the number it calls it with.</summary>
    IReadOnlyList<TimeSpan> Timers { get; }

    /// <summary>The stage begins, with so many upstream stages.</summary>
    void Start(int upstreams);

    /// <summary>A timer has run out.</summary>
    void Tick(int timer);

    /// <summary>Every open window fires.</summary>
    void Fire(string name);

    /// <summary>An upstream stage has ended.</summary>
    void End(int upstream);
}
