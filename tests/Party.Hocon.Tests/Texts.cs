namespace Party.Hocon.Tests;

/// <summary>Texts in, one line out: what a test of this project compares.</summary>
internal static class Texts
{
    /// <summary>Reads a text that has no errors: <c>{a:1,b:[x,null],c:{}}</c>.</summary>
    public static string Read(string text) => Show(Tree(text).Root);

    public static HoconTree Tree(string text) => HoconDocument.Parse(text, "t").Resolve(NoVariables).ThrowIfErrors();

    /// <summary>The errors of a text, of its substitutions too.</summary>
    public static string[] Errors(string text)
        => [.. HoconDocument.Parse(text, "t").Resolve(NoVariables).Errors.Select(error => error.ToString())];

    /// <summary>What could be read in spite of errors.</summary>
    public static string Rest(string text) => Show(HoconDocument.Parse(text, "t").Resolve(NoVariables).Root);

    public static string Show(HoconNode node) => node switch
    {
        HoconScalarNode scalar => scalar is { Text: "null", IsQuoted: true } ? "'null'" : scalar.Text,
        HoconArrayNode array => $"[{string.Join(',', array.Items.Select(Show))}]",
        HoconObjectNode o => $"{{{string.Join(',', o.Members.Select(pair => $"{pair.Key}:{Show(pair.Value)}"))}}}",
        _ => "-",
    };

    public static string? NoVariables(string name) => null;
}
