using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>Everything that is wrong with a configuration, found in one go.</summary>
public sealed class HoconException : FormatException
{
    // A log line per error is welcome, ten thousand of them are not.
    private const int Shown = 50;

    /// <summary>Reports the given errors together.</summary>
    public HoconException(IEnumerable<HoconError> errors)
        : this([.. errors])
    {
    }

    private HoconException(ImmutableArray<HoconError> errors)
        : base(Describe(errors))
        => Errors = errors;

    /// <summary>All errors, in the order in which they were found; never empty.</summary>
    public ImmutableArray<HoconError> Errors { get; }

    private static string Describe(ImmutableArray<HoconError> errors)
    {
        var lines = errors.Take(Shown).Select(error => error.ToString());
        var rest = errors.Length > Shown ? $"\n… and {errors.Length - Shown} more." : "";
        return string.Join('\n', lines) + rest;
    }
}
