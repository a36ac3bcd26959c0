using Party.Hocon.Syntax;

namespace Party.Hocon;

/// <summary>An include statement, as the includer that a document is parsed with gets to see it.</summary>
public sealed class HoconInclude
{
    private readonly IncludeScope _scope;

    internal HoconInclude(
        string name, HoconIncludeKind kind, bool isRequired, HoconPosition position, IncludeScope scope)
    {
        Name = name;
        Kind = kind;
        IsRequired = isRequired;
        Position = position;
        _scope = scope;
    }

    /// <summary>The text between the quotes.</summary>
    public string Name { get; }

    /// <summary>Whether the name was marked as that of a file, an address or a resource.</summary>
    public HoconIncludeKind Kind { get; }

    /// <summary>Whether a missing source is an error; by default it is left out in silence.</summary>
    public bool IsRequired { get; }

    /// <summary>Where the statement stands; a relative name is usually meant relative to this source.</summary>
    public HoconPosition Position { get; }

    /// <summary>Parses the text that was found; its own includes go to the same includer.</summary>
    public HoconDocument Parse(string text, string source) => HoconDocument.Parse(text, source, _scope.Inner);
}
