namespace Akka.Actor;

/// <summary>A step to the child of one name.</summary>
public class SelectChildName : SelectionPathElement
{
    /// <summary>Steps to the child <paramref name="name"/>.</summary>
    public SelectChildName(string name) => Name = name;

    /// <summary>The name of the child.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Equal by name.</summary>
    protected bool Equals(SelectChildName other) => Name == other.Name;
}
