namespace Party.Hocon.Resolving;

/// <summary>Goes through the layers of a slot from the highest down, until the rest can't matter any more.</summary>
internal sealed class Descent(bool keepsObjects)
{
    private readonly List<Part> _parts = [];
    private Form? _single;

    // A key that was never given a value: whatever is below shows.
    private Form? _nothing;

    /// <summary>Whether whatever lies further down is hidden.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The lowest layer that has a share in the value as a whole.</summary>
    public int Lowest { get; private set; }

    /// <summary>The value, if it is no object.</summary>
    public Form? Single => _single ?? _nothing;

    /// <summary>The objects to merge, the lowest priority first; none if something else hides them.</summary>
    public IReadOnlyList<Part> Parts => [.. Enumerable.Reverse(_parts)];

    public void Add(Part part, int index)
    {
        _parts.Add(part);
        Lowest = index;
    }

    /// <summary>Adds what a layer came to.</summary>
    /// <param name="form">Null if it is undefined, which leaves what is below as it is.</param>
    /// <param name="layer">The layer itself.</param>
    /// <param name="index">Its place, counted from the lowest.</param>
    /// <param name="hasAll">Whether a substitution brought everything from below into it.</param>
    public void Add(Form? form, Layer layer, int index, bool hasAll)
    {
        if (form is ObjectForm members)
        {
            Add(Part.Of(members), index);
            IsDone = hasAll;
        }
        else if (form is NothingForm { IsAssigned: false } nothing)
        {
            _nothing = nothing;
        }
        else if (form is not null)
        {
            // A value hides what is below it; but there are readers for whom only text hides an object.
            IsDone = layer.HasText || !keepsObjects;
            if (_parts.Count == 0 && _single is null)
            {
                _single = form;
                Lowest = index;
            }
        }
    }
}
