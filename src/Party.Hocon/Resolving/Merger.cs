namespace Party.Hocon.Resolving;

/// <summary>Merges objects: a key that several of them have gets all their values as layers.</summary>
internal sealed class Merger(Work work)
{
    /// <summary>Merges parts, the lowest priority first, into the value of <paramref name="owner"/>.</summary>
    public ObjectForm Merge(Slot owner, IReadOnlyList<Part> parts)
    {
        if (parts is [{ Found: { } only }])
        {
            return only;
        }

        var members = new Members(owner, work);
        foreach (var part in parts)
        {
            if (part.Written is { } layer)
            {
                members.Add(layer.Value, layer.Scope);
            }
            else if (part.Found is { } found)
            {
                members.Add(found);
            }
        }

        work.TrySpend(members.Cost, parts[^1].Position, owner);
        return new(members.Slots, parts[^1].Position);
    }
}
