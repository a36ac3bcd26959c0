namespace Party.Hocon.Resolving;

/// <summary>The parts of a concatenation by their kinds, once it is known what they are.</summary>
internal sealed class Mixture
{
    private readonly List<Part> _objects = [];
    private readonly List<ArrayForm> _arrays = [];
    private readonly List<HoconScalarNode> _texts = [];

    public IReadOnlyList<Part> Objects => _objects;

    public IReadOnlyList<ArrayForm> Arrays => _arrays;

    /// <summary>The texts with the white space between them.</summary>
    public IReadOnlyList<HoconScalarNode> Texts => _texts;

    /// <summary>Whether there is text other than white space.</summary>
    public bool HasText { get; private set; }

    /// <summary>Whether, of different kinds, the objects count: one begins it all, or stands there in braces.</summary>
    public bool IsObject { get; private set; }

    public void AddLiteral(Part members)
    {
        IsObject = true;
        _objects.Add(members);
    }

    public void Add(Form? form, bool isSpace)
    {
        switch (form)
        {
            case ScalarForm scalar:
                _texts.Add(scalar.Node);
                HasText |= !isSpace;
                break;
            case ArrayForm array:
                _arrays.Add(array);
                break;
            case ObjectForm members:
                IsObject |= !HasText && _arrays.Count == 0;
                _objects.Add(Part.Of(members));
                break;
        }
    }
}
