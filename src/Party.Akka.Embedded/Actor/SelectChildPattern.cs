using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>A step to every child whose name fits a pattern.</summary>
public class SelectChildPattern : SelectionPathElement
{
    /// <summary>Steps to the children that fit: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
    public SelectChildPattern(string patternStr) => PatternStr = patternStr;

    /// <summary>The pattern.</summary>
    public string PatternStr { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildPattern other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => PatternStr.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => PatternStr;

    internal static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    internal bool Fits(string name) => FileSystemName.MatchesSimpleExpression(PatternStr, name, ignoreCase: false);

    /// <summary>Equal by pattern.</summary>
    protected bool Equals(SelectChildPattern other) => PatternStr == other.PatternStr;
}
