namespace Akka.Actor;

/// <summary>A step up to the parent.</summary>
public class SelectParent : SelectionPathElement
{
    /// <summary>An instance that serves every selection.</summary>
    public static readonly SelectParent Instance = new();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectParent;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(SelectParent).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => "..";
}
