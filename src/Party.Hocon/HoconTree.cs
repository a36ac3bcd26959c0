using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>A resolved document: the values, and all that was wrong on the way to them.</summary>
/// <remarks>A tree with errors holds what could be read, so that a reader can add its findings.</remarks>
public sealed class HoconTree
{
    internal HoconTree(HoconObjectNode root, IEnumerable<HoconError> errors)
    {
        Root = root;
        Errors = HoconError.InOrder(errors);
    }

    /// <summary>The values. To walk them all meets a million nodes at most, or what the text wrote out.</summary>
    public HoconObjectNode Root { get; }

    /// <summary>The errors of the texts and of their substitutions, by source and place.</summary>
    public ImmutableArray<HoconError> Errors { get; }

    /// <summary>Insists on a tree without errors.</summary>
    /// <exception cref="HoconException">There are errors; it carries all of them.</exception>
    public HoconTree ThrowIfErrors() => Errors.IsEmpty ? this : throw new HoconException(Errors);
}
