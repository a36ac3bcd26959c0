namespace Party.Demand;

/// <summary>Settings that are one of some words.</summary>
internal static class Choice
{
    /// <summary>A value, if it is one that there is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">What it is the value of.</param>
    /// <param name="words">Those that there are, in words.</param>
    /// <param name="setting">How it is set.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such value.</exception>
    public static T Known<T>(T value, string name, string words, string setting)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected {name} to be {words}, got {value}. Set {setting}.");
}
