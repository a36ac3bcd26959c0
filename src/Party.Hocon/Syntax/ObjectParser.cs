using System.Collections.Immutable;

namespace Party.Hocon.Syntax;

/// <summary>Reads objects and their members, and finds its way again after an error.</summary>
internal sealed class ObjectParser
{
    private readonly ParserState _state;
    private readonly ValueParser _values;
    private readonly IncludeParser _includes;

    public ObjectParser(ParserState state, IncludeParser includes)
    {
        _state = state;
        _includes = includes;
        _values = new(state, this);
    }

    /// <summary>Reads the whole text: the members of an object, with or without braces around them.</summary>
    public ObjectSyntax ReadRoot()
    {
        _state.SkipLines();
        var position = _state.Current.Position;
        if (_state.Current.Kind == TokenKind.OpenBracket)
        {
            _state.Report(position, "Expected an object, got an array. The braces of a document may be left out.");
            _state.SkipToSeparator();
        }
        else if (_state.Current.Kind == TokenKind.OpenBrace)
        {
            var root = ReadBraces();
            _state.SkipLines();
            ReportRest();
            return root;
        }

        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        while (!ReadMembers(members))
        {
            var stray = _state.Take();
            _state.Report(stray.Position, $"Expected a key or the end of the text, got {stray.Describe()}.");
        }

        return new(members.DrainToImmutable(), position);
    }

    /// <summary>Reads an object in braces; the current token is the opening one.</summary>
    public ObjectSyntax ReadBraces()
    {
        var open = _state.Take();
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        if (!_state.TryGoDeeper(1, open.Position))
        {
            _state.SkipPastClose();
            return new([], open.Position);
        }

        _state.EnterBraces();
        while (!ReadMembers(members) && _state.Current.Kind == TokenKind.CloseBracket && !_state.IsInArray)
        {
            var stray = _state.Take();
            _state.Report(
                stray.Position, $"Expected }} for the object that opens at {open.Position}, got {stray.Describe()}.");
        }

        if (!_state.TryTake(TokenKind.CloseBrace))
        {
            _state.Report(open.Position, $"Expected }} for this {{, got {_state.Current.Describe()}.");
        }

        _state.LeaveBraces();
        return new(members.DrainToImmutable(), open.Position);
    }

    /// <summary>Reports text after a document in braces.</summary>
    private void ReportRest()
    {
        var rest = _state.Current;
        if (rest.Kind != TokenKind.End)
        {
            _state.Report(rest.Position, $"Expected the end of the text after the last brace, got {rest.Describe()}.");
        }
    }

    /// <returns>Whether the text ended; else a closing sign is the current token.</returns>
    private bool ReadMembers(ImmutableArray<MemberSyntax>.Builder members)
    {
        _state.SkipLines();
        while (!_state.Current.Closes)
        {
            ReadMember(members);
            ReadSeparator();
        }

        return _state.Current.Kind == TokenKind.End;
    }

    private void ReadSeparator()
    {
        var hasLineEnd = _state.SkipLines();
        var hasComma = _state.TryTake(TokenKind.Comma);
        _state.SkipLines();

        // Anything else is no key and will be reported as that.
        var next = _state.Current;
        if (!hasLineEnd && !hasComma && (next.IsText || next.Kind == TokenKind.OpenBrace))
        {
            _state.ReportUnless(
                HoconLeniency.MissingSeparators,
                next.Position,
                $"Expected a comma or a new line before the next key, got {next.Describe()}.");
        }
    }

    private void ReadMember(ImmutableArray<MemberSyntax>.Builder members)
    {
        var first = _state.Current;
        if (first.Kind == TokenKind.OpenBrace)
        {
            _state.ReportUnless(
                HoconLeniency.MissingKeys,
                first.Position,
                "Expected a key before {, got none. The members were taken into the object around.");
            members.AddRange(ReadBraces().Members);
        }
        else if (_includes.IsNext())
        {
            if (_includes.Read() is { } include)
            {
                members.Add(include);
            }
        }
        else if (first.IsText)
        {
            ReadField(members);
        }
        else
        {
            _state.Report(first.Position, $"Expected a key, got {first.Describe()}.");
            _state.SkipToSeparator();
        }
    }

    private void ReadField(ImmutableArray<MemberSyntax>.Builder members)
    {
        var position = _state.Current.Position;
        var keys = KeyParser.Read(_state);
        if (keys.IsEmpty || !_state.TryGoDeeper(keys.Length, position))
        {
            _state.SkipToSeparator();
            return;
        }

        _state.EnterKeys(keys);
        if (ReadAssigned() is { } value)
        {
            members.Add(Nest(keys, value, position));
        }

        _state.LeaveKeys(keys);
    }

    /// <summary>Reads what follows a key: a sign and a value, or an object right away.</summary>
    private ValueSyntax? ReadAssigned()
    {
        _state.SkipSpace();
        if (_state.PeekPastLines().Kind is not (TokenKind.Assign or TokenKind.Append or TokenKind.OpenBrace))
        {
            var found = _state.Current;
            _state.Report(found.Position, $"Expected = or : or {{ after a key, got {found.Describe()}.");
            _state.SkipToSeparator();
            return null;
        }

        _state.SkipLines();
        if (_state.Current.Kind == TokenKind.OpenBrace)
        {
            return _values.Read();
        }

        var isAppend = _state.Take().Kind == TokenKind.Append;
        _state.SkipLines();
        var value = _values.Read();
        return isAppend && value is not null ? new AppendSyntax(value) : value;
    }

    // A dotted key is written out as the objects it stands for.
    private static FieldSyntax Nest(ImmutableArray<string> keys, ValueSyntax value, HoconPosition position)
    {
        for (var i = keys.Length - 1; i > 0; i--)
        {
            value = new ObjectSyntax([new FieldSyntax(keys[i], value)], position);
        }

        return new(keys[0], value);
    }
}
