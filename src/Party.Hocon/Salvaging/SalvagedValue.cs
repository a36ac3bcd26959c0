using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Salvaging;

/// <summary>What stands side by side in damaged text; what comes later may drop the rest.</summary>
internal sealed class SalvagedValue(HoconPosition position)
{
    private readonly List<ValueSyntax> _parts = [];

    // The members of the object that the value has become, if it has.
    private ImmutableArray<MemberSyntax>.Builder? _members;
    private bool _isUnreadable;

    public void Add(TextSyntax text)
    {
        if (_members is null || !text.IsSpace)
        {
            _isUnreadable &= _members is null;
            _members = null;
            _parts.Add(text);
        }
    }

    /// <summary>Adds an array or a substitution; an object stays what it is.</summary>
    public void Add(ValueSyntax part)
    {
        if (_members is null)
        {
            _parts.Add(part);
        }
    }

    /// <summary>Adds an object to the one that is there, or puts it in the place of anything else.</summary>
    public void Add(ObjectSyntax members)
    {
        _parts.Clear();
        _isUnreadable = false;
        _members ??= ImmutableArray.CreateBuilder<MemberSyntax>();
        _members.AddRange(members.Members);
    }

    /// <summary>Adds a substitution that names nothing.</summary>
    /// <returns>Whether something stands before it: alone it would be the whole document within itself.</returns>
    public bool TryAddUnreadable()
    {
        _isUnreadable = true;
        return _parts.Count > 0 || _members is not null;
    }

    public ValueSyntax ToSyntax()
    {
        var parts = _isUnreadable ? _parts.Where(part => part is ArraySyntax) : _parts.AsEnumerable();
        var readable = parts.ToImmutableArray().ToBuilder();
        if (readable is [.., TextSyntax { IsSpace: true }])
        {
            readable.RemoveAt(readable.Count - 1);
        }

        return readable.Count switch
        {
            _ when _members is not null => new ObjectSyntax(_members.DrainToImmutable(), position),
            > 0 => ValueParser.Join(readable),
            _ when _isUnreadable => new ArraySyntax([], position),
            _ => new NothingSyntax(IsAssigned: true, position),
        };
    }
}
