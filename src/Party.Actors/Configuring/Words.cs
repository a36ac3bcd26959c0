using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Settings that are a number or a name, or a word for having none.</summary>
internal static class Words
{
    /// <summary>Whether a setting is this word.</summary>
    public static bool Says(this HoconSetting setting, string word) =>
        setting.Node is HoconScalarNode { Text: var text } && text == word;

    /// <summary>A number, or null where the setting is the word.</summary>
    public static int? ReadIntOr(
        this HoconSetting setting, string word, int min = int.MinValue, int max = int.MaxValue) =>
        setting.Says(word) ? null : setting.ReadInt(min, max);

    /// <summary>A size in bytes, or null where the setting is the word.</summary>
    public static long? ReadSizeOr(this HoconSetting setting, string word, long min = 0) =>
        setting.Says(word) ? null : setting.ReadSize(min);

    /// <summary>A name, or null where the setting is <c>none</c>.</summary>
    public static string? ReadTextOrNone(this HoconSetting setting) => setting.Says("none") ? null : setting.ReadText();
}
