namespace Akka.Actor;

/// <summary>A step to everything below: children, their children and so on.</summary>
public class SelectChildRecursive : SelectionPathElement
{
    /// <summary>An instance that serves every selection.</summary>
    public static readonly SelectChildRecursive Instance = new();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildRecursive;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(SelectChildRecursive).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "**";
}
