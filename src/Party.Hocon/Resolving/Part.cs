using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>One of the objects that are merged into one: as it was written, or as a substitution found it.</summary>
internal readonly record struct Part
{
    private Part(Layer? written, ObjectForm? found)
    {
        Written = written;
        Found = found;
    }

    public Layer? Written { get; }

    public ObjectForm? Found { get; }

    public HoconPosition Position => Found?.Position ?? Written.GetValueOrDefault().Value.Position;

    /// <summary>The layer as a part, if it is an object without any looking up.</summary>
    public static Part? Of(Layer layer)
        => layer.Value is ObjectSyntax or NodeSyntax { Node: HoconObjectNode } ? new(layer, null) : null;

    public static Part Of(ObjectForm form) => new(null, form);
}
