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
        => EvaluateBelow(slot, slot.Evaluating == Slot.Idle ? slot.Count : slot.Evaluating);

    /// <summary>What the lowest <paramref name="top"/> layers of a slot come to.</summary>
    public Form? EvaluateBelow(Slot slot, int top)
    {
        if (slot.TryGetForm(top, out var known))
        {
            return known;
        }

        // Nothing to work out, and not worth remembering.
        if (slot.Layers is [{ Value: TextSyntax text }] && top == 1)
        {
            return new ScalarForm(text.Node);
        }

        if (top == 0 || !_work.TryEnter(slot.Layers[top - 1].Value.Position, slot))
        {
            return null;
        }

        var outer = slot.Evaluating;
        var form = MergeBelow(slot, top);
        slot.Evaluating = outer;
        slot.Keep(top, form);
        _work.Leave();
        return form;
    }

    /// <summary>The value of one layer that is no literal object.</summary>
    public Form? Evaluate(Layer layer, Slot slot) => layer.Value switch
    {
        TextSyntax text => new ScalarForm(text.Node),
        NodeSyntax { Node: HoconScalarNode scalar } => new ScalarForm(scalar),
        NodeSyntax { Node: HoconNothingNode } => new NothingForm(IsAssigned: true, layer.Value.Position),
        NothingSyntax nothing => new NothingForm(nothing.IsAssigned, nothing.Position),
        NodeSyntax { Node: HoconArrayNode array } => Array(
            [.. array.Items.Select(item => new NodeSyntax(item))], layer, slot),
        ArraySyntax array => Array(array.Elements, layer, slot),
        ReferenceSyntax reference => _lookup.Find(reference, layer.Scope, slot),
        ConcatenationSyntax concatenation => _joiner.Join(concatenation, layer, slot),
        _ => throw new UnreachableException(),
    };

    private Form? MergeBelow(Slot slot, int top)
    {
        var descent = new Descent(_work.Leniency.HasFlag(HoconLeniency.LastingObjects));
        for (var index = top - 1; index >= 0 && !descent.IsDone && !_work.IsExhausted; index--)
        {
            var layer = slot.Layers[index];
            slot.Evaluating = index;
            if (Part.Of(layer) is { } literal)
            {
                descent.Add(literal, index);
                continue;
            }

            var form = layer.Value is AppendSyntax ? Append(slot, ref index) : Evaluate(layer, slot);
            descent.Add(form, layer, index, hasAll: slot.LookedBack == index);
        }

        if (top == slot.Count)
        {
            slot.Lowest = descent.Lowest;
        }

        return descent.Parts is { Count: > 0 } parts ? _merger.Merge(slot, parts) : descent.Single;
    }

    /// <summary>Evaluates the run of <c>+=</c> that ends here all at once: there may be thousands.</summary>
    private Form Append(Slot slot, ref int index)
    {
        var end = index;
        while (index > 0 && slot.Layers[index - 1].Value is AppendSyntax)
        {
            index--;
        }

        slot.Evaluating = index;
        var before = EvaluateBelow(slot, index);
        var added = new List<Slot>();
        for (var i = index; i <= end; i++)
        {
            var layer = slot.Layers[i];
            added.Add(Element(slot, ((AppendSyntax)layer.Value).Element, layer));
        }

        return _joiner.Append(before, new(added, slot.Layers[index].Value.Position), slot);
    }

    private ArrayForm Array(IReadOnlyCollection<ValueSyntax> elements, Layer layer, Slot slot)
    {
        var position = layer.Value.Position;
        return _work.TrySpend(_work.CostOf(layer.Value, elements.Count), position, slot)
            ? new([.. elements.Select(element => Element(slot, element, layer))], position)
            : new([], position);
    }

    private static Slot Element(Slot array, ValueSyntax value, Layer layer)
    {
        var element = new Slot(array, key: null);
        element.Add(new(value, layer.Scope));
        return element;
    }
}
