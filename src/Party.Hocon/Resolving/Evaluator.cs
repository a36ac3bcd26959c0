using System.Diagnostics;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>Finds out what kind of value a slot holds, by merging its layers as far as that takes.</summary>
/// <remarks>
/// Lazy: a layer that a higher one hides is never looked at, and members stay unresolved. A slot that is asked for
/// while it is being evaluated answers with what was written for it before, which is what a self-reference means.
/// </remarks>
internal sealed class Evaluator
{
    private readonly Work _work;
    private readonly Merger _merger;
    private readonly Joiner _joiner;
    private readonly Lookup _lookup;

    public Evaluator(Slot root, Work work, Func<string, string?> environment)
    {
        _work = work;
        _merger = new(work);
        _joiner = new(this, _merger, work);
        _lookup = new(root, this, work, environment);
    }

    /// <summary>The value of a slot; null if it is undefined.</summary>
    public Form? Evaluate(Slot slot)
        => EvaluateBelow(slot, slot.Evaluating == Slot.Idle ? slot.Layers.Count : slot.Evaluating);

    /// <summary>What the lowest <paramref name="top"/> layers of a slot come to.</summary>
    public Form? EvaluateBelow(Slot slot, int top)
    {
        if (slot.Forms.TryGetValue(top, out var known))
        {
            return known;
        }

        if (top == 0 || !_work.TryEnter(slot.Layers[top - 1].Value.Position, slot))
        {
            return null;
        }

        var outer = slot.Evaluating;
        var form = MergeBelow(slot, top);
        slot.Evaluating = outer;
        slot.Forms[top] = form;
        _work.Leave();
        return form;
    }

    /// <summary>The value of one layer that is no literal object.</summary>
    public Form? Evaluate(Layer layer, Slot slot) => layer.Value switch
    {
        TextSyntax text => new ScalarForm(text.Node),
        ArraySyntax array => new ArrayForm([.. array.Elements.Select(element => Element(slot, element, layer))], array.Position, array.IsBlank),
        ReferenceSyntax reference => _lookup.Find(reference, layer.Scope, slot),
        ConcatenationSyntax concatenation => _joiner.Join(concatenation, layer, slot),
        NodeSyntax { Node: HoconScalarNode scalar } => new ScalarForm(scalar),
        NodeSyntax { Node: HoconArrayNode array } => new ArrayForm(
            [.. array.Items.Select(item => Element(slot, new NodeSyntax(item), layer))], array.Position, array.IsBlank, array.Reference),
        _ => throw new UnreachableException(),
    };

    private Form? MergeBelow(Slot slot, int top)
    {
        var parts = new List<Part>();
        Form? single = null;
        var lowest = top;
        var shared = top;
        var isHidden = false;
        while (!isHidden && lowest > 0)
        {
            var layer = slot.Layers[--lowest];
            slot.Evaluating = lowest;
            if (Part.Of(layer) is { } literal)
            {
                parts.Add(literal);
                shared = lowest;
                continue;
            }

            var form = layer.Value is AppendSyntax ? Append(slot, ref lowest) : Evaluate(layer, slot);
            if (form is ObjectForm members)
            {
                parts.Add(Part.Of(members));
                shared = lowest;
            }
            else if (form is not null)
            {
                shared = single is null && parts.Count == 0 ? lowest : shared;
                single ??= form;
                isHidden = layer.HasText || parts.Count > 0 || !_work.Leniency.HasFlag(HoconLeniency.LastingObjects);
            }
        }

        if (top == slot.Layers.Count)
        {
            slot.Lowest = shared;
        }

        parts.Reverse();
        return parts.Count > 0 ? _merger.Merge(slot, parts) : single;
    }

    /// <summary>Evaluates a run of <c>+=</c> that ends with the given layer, all at once: there may be thousands.</summary>
    private Form Append(Slot slot, ref int lowest)
    {
        var added = new List<Slot>();
        for (; lowest >= 0 && slot.Layers[lowest].Value is AppendSyntax append; lowest--)
        {
            added.Add(Element(slot, append.Element, slot.Layers[lowest]));
        }

        added.Reverse();
        lowest++;
        slot.Evaluating = lowest;
        var position = slot.Layers[lowest].Value.Position;
        var before = EvaluateBelow(slot, lowest);
        return _joiner.Append(before, new(added, position), slot);
    }

    private static Slot Element(Slot array, ValueSyntax value, Layer layer)
    {
        var element = new Slot(array, key: null);
        element.Add(new(value, layer.Scope));
        return element;
    }
}
