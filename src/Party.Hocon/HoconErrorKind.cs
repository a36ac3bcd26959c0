namespace Party.Hocon;

/// <summary>What a <see cref="HoconError"/> is about.</summary>
public enum HoconErrorKind
{
    /// <summary>The text could not be read; reading went on with what came closest, or behind it.</summary>
    Syntax,

    /// <summary>An assignment sign stands within a value; the rest of the line was skipped.</summary>
    Assignment,

    /// <summary>An included source is missing or could not be included; it was left out.</summary>
    Include,

    /// <summary>A substitution names nothing or leads back to itself; the value was left out.</summary>
    Substitution,

    /// <summary>The document nests, includes or grows beyond what is read; that part was left out.</summary>
    Limit,

    /// <summary>A setting is missing, of another type or out of its range.</summary>
    Value,

    /// <summary>A key that nobody reads.</summary>
    UnknownKey,
}
