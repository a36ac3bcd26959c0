namespace Akka.Actor.Cells;

/// <summary>The behaviours of one instance of an actor, the present one on top. A struct: never copy it.</summary>
internal struct Behaviors
{
    private readonly Receive _first;
    private Stack<Receive>? _below;

    public Behaviors(Receive first) => Current = _first = first;

    public Receive Current { get; private set; }

    public void Replace(Receive behavior) => Current = behavior;

    public void Push(Receive behavior)
    {
        (_below ??= new()).Push(Current);
        Current = behavior;
    }

    /// <summary>Back to the behaviour below; at the bottom, back to the first one.</summary>
    public void Pop() => Current = _below is { Count: > 0 } ? _below.Pop() : _first;
}
