namespace Party.Conformance.Stages.Actors;

/// <summary>Words of a script as values of an enum.</summary>
public static class Words
{
    /// <summary>The value of this name; a word that is none becomes a value that is none.</summary>
    public static TEnum Of<TEnum>(string word)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) ? value : (TEnum)Enum.ToObject(typeof(TEnum), -1);
}
