using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Salvaging;

/// <summary>Makes something of damaged text, by going from sign to sign and skipping what is out of place.</summary>
/// <remarks>
/// <para>
/// The rules are those of Akka.NET, which never looks at a text as a whole. Between a key and its sign anything is
/// skipped; a key whose text ends has no value; a closing brace too many ends the text; what is open at the end is
/// closed there.
/// </para>
/// <para>Nothing of this may happen to sound text, which never comes here.</para>
/// </remarks>
internal sealed class Salvager
{
    private readonly DamagedText _text;
    private readonly IncludeScope _scope;

    // Takes what is wrong with what is included, and knows the path of what is being read.
    private readonly ParserState _state;
    private int _depth;

    private Salvager(DamagedText text, IncludeScope scope)
    {
        _text = text;
        _scope = scope;
        _state = new([], scope.Leniency);
    }

    /// <summary>Reads what a parser found errors in; with errors of its own if nothing can be made of it.</summary>
    public static (ObjectSyntax Root, ImmutableArray<HoconError> Errors) Read(
        string text, string source, IncludeScope scope)
    {
        var damaged = new DamagedText(text, source);
        var salvager = new Salvager(damaged, scope);
        var members = ImmutableArray<MemberSyntax>.Empty;
        try
        {
            members = salvager.ReadMembers(isWhole: true);
        }
        catch (SalvageException exception)
        {
            salvager._state.Report(exception.Kind, damaged.At(exception.Offset), exception.Message);
        }

        return (new(members, damaged.At(0)), salvager._state.Errors);
    }

    /// <param name="isWhole">Whether this ends with a brace or the text, and not after one member.</param>
    private ImmutableArray<MemberSyntax> ReadMembers(bool isWhole)
    {
        GoDeeper();
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        var isDone = false;
        while (!isDone && !_text.IsAtEnd)
        {
            var sign = _text.TakeSign();
            if (sign.Kind == SignKind.Include && Follow(sign) is { } document)
            {
                members.Add(new IncludeSyntax(document));
            }
            else if (sign.Kind == SignKind.Key)
            {
                members.Add(ReadField(sign));
            }

            isDone = sign.Kind == SignKind.Close || (sign.Kind == SignKind.Key && !isWhole);
        }

        _depth--;
        return members.DrainToImmutable();
    }

    private HoconDocument? Follow(Sign include)
        => _scope.Follow(
            new(include.Text, HoconIncludeKind.Name, isRequired: false, _text.At(include.Offset), _scope), _state);

    private FieldSyntax ReadField(Sign key)
    {
        _state.EnterKeys([key.Text]);
        var field = new FieldSyntax(key.Text, ReadContent(_text.At(key.Offset)));
        _state.LeaveKeys([key.Text]);
        return field;
    }

    private ValueSyntax ReadContent(HoconPosition position)
    {
        while (!_text.IsAtEnd)
        {
            switch (_text.TakeSign().Kind)
            {
                case SignKind.Dot:
                    return new ObjectSyntax(ReadMembers(isWhole: false), position);
                case SignKind.Open:
                    return new ObjectSyntax(ReadMembers(isWhole: true), position);
                case SignKind.Assign:
                    return ReadValue();
                case SignKind.Append:
                    return new AppendSyntax(ReadValue());
            }
        }

        return new NothingSyntax(IsAssigned: false, position);
    }

    private ValueSyntax ReadValue()
    {
        GoDeeper();
        _text.SkipBlank();
        var value = new SalvagedValue(_text.At(_text.Offset));
        while (TryReadPart(value))
        {
            if (_text.TakeSpace() is { Length: > 0 } space)
            {
                value.Add(Text(space, _text.At(_text.Offset), isSpace: true));
            }
        }

        _text.TrySkip(",");
        _depth--;
        return value.ToSyntax();
    }

    private bool TryReadPart(SalvagedValue value)
    {
        var position = _text.At(_text.Offset);
        if (_text.TrySkip("{"))
        {
            value.Add(new ObjectSyntax(ReadMembers(isWhole: true), position));
        }
        else if (_text.TrySkip("["))
        {
            value.Add(ReadArray(position));
        }
        else if (_text.TrySkip("${"))
        {
            AddReference(value, position);
        }
        else if (_text.Has("\"\"\""))
        {
            value.Add(Text(_text.TakeLines(), position, isQuoted: true));
        }
        else if (_text.Has("\""))
        {
            value.Add(Text(_text.TakeQuoted(), position, isQuoted: true));
        }
        else
        {
            return TryReadUnquoted(value, position);
        }

        return true;
    }

    private bool TryReadUnquoted(SalvagedValue value, HoconPosition position)
    {
        var text = _text.TakeUnquoted();
        if (text.Length == 0)
        {
            return false;
        }

        if (_text.Has("=") || _text.Has(":"))
        {
            throw _text.Fail(
                "Expected a comma or the end of the line after a value, got a sign. Put text with it in quotes.",
                HoconErrorKind.Assignment);
        }

        value.Add(Text(text, position));
        return true;
    }

    private ArraySyntax ReadArray(HoconPosition position)
    {
        var elements = ImmutableArray.CreateBuilder<ValueSyntax>();
        while (!_text.IsAtEnd && !_text.Has("]"))
        {
            var start = _text.Offset;
            elements.Add(ReadValue());
            _text.SkipBlank();
            if (_text.Offset == start)
            {
                throw _text.Fail($"Expected a value or ] for the array that opens at {position}.");
            }
        }

        _text.Skip(1);
        return new(elements.DrainToImmutable(), position);
    }

    private void AddReference(SalvagedValue value, HoconPosition position)
    {
        var isOptional = _text.TrySkip("?");
        var path = _text.TakeUnquoted();
        _text.Skip(1);
        if (path.Length > 0)
        {
            value.Add(new ReferenceSyntax([.. path.TrimEnd('.').Split('.')], isOptional, position));
        }
        else if (!value.TryAddUnreadable())
        {
            throw _text.Fail("Expected a path to substitute, got none.");
        }
    }

    private static TextSyntax Text(string text, HoconPosition position, bool isQuoted = false, bool isSpace = false)
        => new(new(text, isQuoted, position), isSpace);

    private void GoDeeper()
    {
        if (++_depth > ParserState.MaxDepth)
        {
            throw _text.Fail(
                $"Expected at most {ParserState.MaxDepth} levels of objects, arrays and keys, got more.",
                HoconErrorKind.Limit);
        }
    }
}
