namespace Party.Hocon.Syntax;

/// <summary>A piece of text that means one thing.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">The decoded text of a string, the written text of anything else.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Problem">What was wrong with the piece; a parser reports it, who knows the path.</param>
internal readonly record struct Token(TokenKind Kind, string Text, HoconPosition Position, Problem? Problem = null)
{
    public bool IsText => Kind is TokenKind.Unquoted or TokenKind.Quoted;

    public bool EndsLine => Kind is TokenKind.NewLine or TokenKind.End;

    public bool Closes => Kind is TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.End;

    /// <summary>The words for this piece in a message.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Space => "white space",
        TokenKind.Quoted => $"\"{Shorten(Text)}\"",
        _ => $"'{Shorten(Text)}'",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
