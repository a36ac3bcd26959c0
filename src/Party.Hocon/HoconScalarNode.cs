namespace Party.Hocon;

/// <summary>A string, number, boolean or null, kept as the text that was written until somebody reads it.</summary>
public sealed class HoconScalarNode : HoconNode
{
    private const int Shown = 60;

    internal HoconScalarNode(string text, bool isQuoted, HoconPosition position, string? reference = null)
        : base(position, reference, [])
    {
        Text = text;
        IsQuoted = isQuoted;
    }

    /// <summary>The text without its quotes, escapes and concatenation worked out.</summary>
    public string Text { get; }

    /// <summary>Whether the text was quoted or put together, so that it can't be a null.</summary>
    public bool IsQuoted { get; }

    /// <summary>Whether this is the unquoted word <c>null</c>, which hides the value of a fallback.</summary>
    public bool IsNull => !IsQuoted && Text == "null";

    /// <summary>A value that another parser read, which says nothing of quotes.</summary>
    /// <param name="text">The text; null for a null.</param>
    /// <param name="position">Where it was written.</param>
    public static HoconScalarNode Of(string? text, HoconPosition position) =>
        new(text ?? "null", isQuoted: text is not null, position);

    /// <inheritdoc/>
    public override string Describe()
    {
        if (IsNull)
        {
            return "null";
        }

        return Text.Length <= Shown ? $"\"{Text}\"" : $"\"{Text.AsSpan(0, Shown)}…\" ({Text.Length} characters)";
    }

    internal HoconScalarNode Via(string reference, HoconPosition position) => new(Text, IsQuoted, position, reference);
}
