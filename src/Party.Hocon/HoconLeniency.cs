namespace Party.Hocon;

/// <summary>What a reader of HOCON may do otherwise than the specification says. By default nothing.</summary>
/// <remarks>There are readers with these habits, and texts that were written for them.</remarks>
[Flags]
public enum HoconLeniency
{
    /// <summary>The specification as it stands.</summary>
    None = 0,

    /// <summary>A plus sign is text outside of quotes too.</summary>
    PlusSigns = 1,

    /// <summary>A quoted string may run over a line end.</summary>
    LinesInQuotes = 2,

    /// <summary>Quotes after the three that end a text of several lines begin another string.</summary>
    QuotesAfterLines = 4,

    /// <summary>After an object the next member may follow on the same line without a comma.</summary>
    MissingSeparators = 8,

    /// <summary>An object without a key adds its members to the object around it.</summary>
    MissingKeys = 16,

    /// <summary>Of text, arrays and objects side by side, a leading object counts, else arrays, else nothing.</summary>
    MixedConcatenations = 32,

    /// <summary>An array or a substitution leaves an object standing that was written for its key before.</summary>
    LastingObjects = 64,

    /// <summary>Of text with errors, as much is read as going from sign to sign yields; that may be little.</summary>
    DamagedText = 128,

    /// <summary>White space alone between brackets is an element without a value.</summary>
    BlankElements = 256,

    /// <summary>All of this.</summary>
    All = PlusSigns | LinesInQuotes | QuotesAfterLines | MissingSeparators | MissingKeys
        | MixedConcatenations | LastingObjects | DamagedText | BlankElements,
}
