using System.Collections.Immutable;

namespace Party.Hocon.Syntax;

/// <summary>Reads the values of keys and the elements of arrays.</summary>
internal sealed class ValueParser(ParserState state, ObjectParser objects)
{
    /// <summary>Reads what stands side by side up to a separator; null, and reported, if nothing does.</summary>
    public ValueSyntax? Read()
    {
        var parts = ReadParts();
        var next = state.Current;
        if (parts.Count == 0)
        {
            state.Report(next.Position, $"Expected a value, got {next.Describe()}. For an empty text write \"\".");
            state.SkipToSeparator();
            return null;
        }

        if (next.Kind is TokenKind.Assign or TokenKind.Append)
        {
            state.Report(
                HoconErrorKind.Assignment,
                next.Position,
                $"Expected a comma or the end of the line after a value, got {next.Describe()}. "
                    + "Put text with it in quotes; begin the next key on its own line.");
            state.SkipToSeparator();
        }

        return Join(parts);
    }

    /// <summary>One value of what stands side by side.</summary>
    public static ValueSyntax Join(ImmutableArray<ValueSyntax>.Builder parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        if (!parts.All(part => part is TextSyntax))
        {
            return new ConcatenationSyntax(parts.DrainToImmutable());
        }

        var text = string.Concat(parts.Cast<TextSyntax>().Select(part => part.Node.Text));
        return new TextSyntax(new(text, isQuoted: true, parts[0].Position));
    }

    private ImmutableArray<ValueSyntax>.Builder ReadParts()
    {
        var parts = ImmutableArray.CreateBuilder<ValueSyntax>();
        TextSyntax? space = null;
        while (true)
        {
            if (state.Current.Kind == TokenKind.Space)
            {
                space = Text(state.Take(), isSpace: true);
                continue;
            }

            // Only another object or array can follow a literal one: text is the next key or element.
            var isComplete = state.Current.IsText && parts is [.., ObjectSyntax or ArraySyntax];
            if (isComplete || ReadPart() is not { } part)
            {
                return parts;
            }

            if (space is not null && parts.Count > 0)
            {
                parts.Add(space);
            }

            parts.Add(part);
            space = null;
        }
    }

    private ValueSyntax? ReadPart() => state.Current.Kind switch
    {
        TokenKind.Unquoted or TokenKind.Quoted => Text(state.Take()),
        TokenKind.OpenBrace => objects.ReadBraces(),
        TokenKind.OpenBracket => ReadArray(),
        TokenKind.Reference or TokenKind.OptionalReference => ReadReference(),
        _ => null,
    };

    private ArraySyntax ReadArray()
    {
        var open = state.Take();
        if (!state.TryGoDeeper(1, open.Position))
        {
            state.SkipPastClose();
            return new([], open.Position);
        }

        state.EnterArray();
        var isTight = state.Current.Kind == TokenKind.CloseBracket;
        var elements = ReadElements();
        state.LeaveArray();

        var close = state.Current;
        if (!state.TryTake(TokenKind.CloseBracket))
        {
            state.Report(open.Position, $"Expected ] for this [, got {close.Describe()}.");
            if (!state.IsInBraces)
            {
                state.TryTake(TokenKind.CloseBrace);
            }
        }

        return elements.IsEmpty && !isTight && state.Excuses(HoconLeniency.BlankElements)
            ? new([new NothingSyntax(IsAssigned: true, open.Position)], open.Position)
            : new(elements, open.Position);
    }

    private ImmutableArray<ValueSyntax> ReadElements()
    {
        var elements = ImmutableArray.CreateBuilder<ValueSyntax>();
        state.SkipLines();
        while (!state.Current.Closes)
        {
            if (Read() is { } element)
            {
                elements.Add(element);
            }

            var hasLineEnd = state.SkipLines();
            var hasComma = state.TryTake(TokenKind.Comma);
            state.SkipLines();
            var next = state.Current;
            if (!hasLineEnd && !hasComma && !next.Closes)
            {
                state.Report(next.Position, $"Expected a comma or a new line between elements, got {next.Describe()}.");
            }
        }

        return elements.DrainToImmutable();
    }

    private ValueSyntax ReadReference()
    {
        var open = state.Take();
        var path = KeyParser.Read(state);
        if (!state.TryGoDeeper(path.Length, open.Position))
        {
            path = [];
        }

        if (state.Current.Kind != TokenKind.CloseBrace)
        {
            state.Report(open.Position, $"Expected }} after the path to substitute, got {state.Current.Describe()}.");
            state.SkipToBrace();
            path = [];
        }

        state.TryTake(TokenKind.CloseBrace);
        return path.IsEmpty
            ? new TextSyntax(new("null", isQuoted: false, open.Position))
            : new ReferenceSyntax(path, open.Kind == TokenKind.OptionalReference, open.Position);
    }

    private static TextSyntax Text(Token token, bool isSpace = false)
        => new(new(token.Text, token.Kind == TokenKind.Quoted, token.Position), isSpace);
}
