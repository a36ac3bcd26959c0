using System.Collections.Immutable;
using System.Diagnostics;

namespace Party.Hocon.Resolving;

/// <summary>Turns a document into values: merges, looks substitutions up, and finishes every member.</summary>
internal sealed class Resolver
{
    private readonly Work _work;
    private readonly Evaluator _evaluator;
    private int _depth;

    private Resolver(Slot root, Work work, Func<string, string?> environment)
    {
        _work = work;
        _evaluator = new(root, work, environment);
    }

    public static HoconTree Resolve(HoconDocument document, Func<string, string?> environment)
    {
        var root = new Slot(parent: null, key: null);
        foreach (var layer in document.Layers)
        {
            root.Add(new(layer, []));
        }

        var work = new Work(document.Weight, document.Leniency);
        var node = new Resolver(root, work, environment).Finish(root) as HoconObjectNode ?? new([], new("empty", 1, 1));
        return new(node, [.. document.Errors, .. work.Errors]);
    }

    private HoconNode? Finish(Slot slot)
    {
        if (slot.IsResolved || _work.IsExhausted)
        {
            return slot.Node;
        }

        if (slot.IsOpen)
        {
            var position = slot.Layers[^1].Value.Position;
            _work.Report(HoconErrorKind.Substitution, position, slot, "Cannot resolve a value that contains itself.");
            return null;
        }

        slot.IsOpen = true;
        slot.Node = _evaluator.Evaluate(slot) is { } form ? Finish(form, slot) : null;
        slot.IsOpen = false;
        slot.IsResolved = true;
        return slot.Node;
    }

    private HoconNode? Finish(Form form, Slot slot)
    {
        if (form is ScalarForm scalar)
        {
            return scalar.Node;
        }

        if (form is NothingForm nothing)
        {
            return new HoconNothingNode(nothing.Position, nothing.Reference);
        }

        // A loop of substitutions has to be stopped on the way down, its height is never known.
        if (_depth >= Work.MaxHeight)
        {
            return Refuse(form, slot, Work.MaxHeight, "levels");
        }

        _depth++;
        HoconNode node = form switch
        {
            ArrayForm array => Finish(array),
            ObjectForm members => Finish(members),
            _ => throw new UnreachableException(),
        };
        _depth--;
        return node switch
        {
            { Height: > Work.MaxHeight } => Refuse(form, slot, Work.MaxHeight, "levels"),
            _ when node.Size > _work.MaxSize => Refuse(form, slot, _work.MaxSize, "values"),
            _ => node,
        };
    }

    private HoconNode? Refuse(Form form, Slot slot, long most, string what)
    {
        var message = $"Expected at most {most} {what} after substitution, got more. They were left out.";
        _work.Report(HoconErrorKind.Limit, form.Position, slot, message);
        return null;
    }

    private HoconArrayNode Finish(ArrayForm array)
    {
        var items = ImmutableArray.CreateBuilder<HoconNode>(array.Elements.Count);
        foreach (var element in array.Elements)
        {
            if (Finish(element) is { } item)
            {
                items.Add(item);
            }
        }

        return new(items.DrainToImmutable(), array.Position, array.Reference);
    }

    private HoconObjectNode Finish(ObjectForm form)
    {
        var members = new OrderedDictionary<string, HoconNode>(form.Members.Count);
        foreach (var (key, slot) in form.Members)
        {
            if (Finish(slot) is { } member)
            {
                members[key] = member;
            }
        }

        return new(members, form.Position, form.Reference);
    }
}
