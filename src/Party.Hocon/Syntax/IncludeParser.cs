using System.Text;

namespace Party.Hocon.Syntax;

/// <summary>Reads <c>include</c> statements and asks the caller's includer for what they name.</summary>
internal sealed class IncludeParser(ParserState state, IncludeScope scope)
{
    private const string Required = "required(";

    private static readonly (string Form, HoconIncludeKind Kind)[] Kinds =
    [
        ("file(", HoconIncludeKind.File),
        ("url(", HoconIncludeKind.Url),
        ("classpath(", HoconIncludeKind.Resource),
        ("", HoconIncludeKind.Name),
    ];

    /// <summary>Whether an include statement begins here, and not a key that happens to be called so.</summary>
    public bool IsNext()
        => state.Current is { Kind: TokenKind.Unquoted, Text: "include" } && state.PeekPastSpace() switch
        {
            { Kind: TokenKind.Quoted } => true,
            { Kind: TokenKind.Unquoted, Text: var text } => text.StartsWith(Required, StringComparison.Ordinal)
                || Kinds.Any(known => known.Form.Length > 0 && text.StartsWith(known.Form, StringComparison.Ordinal)),
            _ => false,
        };

    /// <summary>Reads the statement that begins here; null, and reported, where nothing is included.</summary>
    public IncludeSyntax? Read()
    {
        var position = state.Take().Position;
        var form = ReadText();
        var name = state.Current;
        if (!state.TryTake(TokenKind.Quoted))
        {
            return Fail(name.Position, $"Expected a name in quotes to include, got {name.Describe()}.");
        }

        var close = ReadText();
        var isRequired = form.StartsWith(Required, StringComparison.Ordinal);
        var inner = isRequired ? form[Required.Length..] : form;
        var (known, kind) = Array.Find(Kinds, candidate => candidate.Form == inner);
        if (known is null || close != new string(')', form.Count(c => c == '(')))
        {
            return Fail(
                position,
                "Expected a name in quotes to include, with file(…), url(…), classpath(…) or required(…) around it, "
                    + $"got {form}\"{name.Text}\"{close}.");
        }

        var include = new HoconInclude(name.Text, kind, isRequired, position, scope);
        return scope.Follow(include, state) is { } document ? new(document) : null;
    }

    /// <summary>Takes the text before or after the name, white space left out.</summary>
    private string ReadText()
    {
        var text = new StringBuilder();
        while (state.Current.Kind is TokenKind.Unquoted or TokenKind.Space)
        {
            text.Append(state.Take().Text.Trim());
        }

        return text.ToString();
    }

    private IncludeSyntax? Fail(HoconPosition position, string message)
    {
        state.Report(HoconErrorKind.Include, position, message);
        state.SkipToSeparator();
        return null;
    }
}
