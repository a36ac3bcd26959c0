namespace Party.Hocon.Syntax;

internal enum TokenKind
{
    End,
    NewLine,
    Space,
    Comma,
    Assign,
    Append,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Reference,
    OptionalReference,
    Unquoted,
    Quoted,
}
