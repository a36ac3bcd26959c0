namespace Party.Hocon;

/// <summary>What a <see cref="HoconError"/> is about, so that a caller can tell what it may forgive.</summary>
/// <remarks>After each of them reading went on; the remarks say how.</remarks>
public enum HoconErrorKind
{
    /// <summary>The text could not be read; reading went on after the next separator.</summary>
    Syntax,

    /// <summary>A character that needs quotes stands outside of them; it was taken as text.</summary>
    ReservedCharacter,

    /// <summary>A plus sign stands outside of quotes; it was taken as text.</summary>
    ReservedPlus,

    /// <summary>An assignment sign stands within a value; the rest of the line was skipped.</summary>
    Assignment,

    /// <summary>A quoted string runs over a line end; the line end was taken as text.</summary>
    LineEndInString,

    /// <summary>A member follows an object on the same line; it was taken as the next member.</summary>
    MissingSeparator,

    /// <summary>An object stands where a key should; its members were taken into the enclosing object.</summary>
    MissingKey,

    /// <summary>A concatenation mixes text, arrays and objects; the value is null.</summary>
    Concatenation,

    /// <summary>An included source is missing or could not be included; it was left out.</summary>
    Include,

    /// <summary>A substitution names nothing; the value was left out.</summary>
    Unresolved,

    /// <summary>A substitution leads back to itself; the value was left out.</summary>
    Cycle,

    /// <summary>The document nests, includes or grows beyond what is read; that part was left out.</summary>
    Limit,

    /// <summary>A setting is missing, of another type or out of its range.</summary>
    Value,

    /// <summary>A key that nobody reads.</summary>
    UnknownKey,
}
