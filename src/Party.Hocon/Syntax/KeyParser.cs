using System.Collections.Immutable;
using System.Text;

namespace Party.Hocon.Syntax;

/// <summary>Reads the dotted keys that stand before a value and within a substitution.</summary>
internal sealed class KeyParser
{
    private readonly ImmutableArray<string>.Builder _keys = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder _key = new();
    private string _space = "";
    private bool _isWritten;
    private bool _hasGap;

    private KeyParser()
    {
    }

    /// <summary>Takes text and cuts it at the dots; nothing, and reported, where a key is empty.</summary>
    public static ImmutableArray<string> Read(ParserState state)
    {
        var start = state.Current;
        var parser = new KeyParser();
        while (state.Current.IsText || state.Current.Kind == TokenKind.Space)
        {
            parser.Add(state.Take());
        }

        parser.EndKey();
        if (!parser._hasGap)
        {
            return parser._keys.DrainToImmutable();
        }

        state.Report(start.Position, start.IsText
            ? $"Expected a key before and after every dot, got {start.Describe()}. For an empty key write \"\"."
            : $"Expected a key, got {start.Describe()}.");
        return [];
    }

    private void Add(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Space:
                _space = token.Text;
                break;
            case TokenKind.Quoted:
                Append(token.Text);
                break;
            default:
                AddUnquoted(token.Text);
                break;
        }
    }

    private void AddUnquoted(string text)
    {
        var isFirst = true;
        foreach (var part in text.Split('.'))
        {
            if (!isFirst)
            {
                EndKey();
            }

            isFirst = false;
            if (part.Length > 0)
            {
                Append(part);
            }
        }
    }

    // White space within a key is part of it, around it is not.
    private void Append(string text)
    {
        _key.Append(_isWritten ? _space : "").Append(text);
        _isWritten = true;
        _space = "";
    }

    private void EndKey()
    {
        _hasGap |= !_isWritten;
        _keys.Add(_key.ToString());
        _key.Clear();
        _isWritten = false;
        _space = "";
    }
}
