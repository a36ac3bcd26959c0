using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>Puts a concatenation together: objects merge, arrays follow each other, text is joined.</summary>
internal sealed class Joiner(Evaluator evaluator, Merger merger, Work work)
{
    public Form? Join(ConcatenationSyntax concatenation, Layer layer, Slot slot)
    {
        var objects = new List<Part>();
        var arrays = new List<ArrayForm>();
        var texts = new List<HoconScalarNode>();
        var hasText = false;
        foreach (var part in concatenation.Parts)
        {
            var inner = layer with { Value = part };
            if (Part.Of(inner) is { } literal)
            {
                objects.Add(literal);
                continue;
            }

            switch (evaluator.Evaluate(inner, slot))
            {
                case ScalarForm scalar:
                    texts.Add(scalar.Node);
                    hasText |= part is not TextSyntax { IsSpace: true };
                    break;
                case ArrayForm array:
                    arrays.Add(array);
                    break;
                case ObjectForm found:
                    objects.Add(Part.Of(found));
                    break;
            }
        }

        return (hasText, arrays.Count > 0, objects.Count > 0) switch
        {
            (false, false, false) => null,
            (true, false, false) => JoinText(texts, concatenation.Position, slot),
            (false, true, false) => arrays.Aggregate((first, second) => Append(first, second, slot)),
            (false, false, true) => merger.Merge(slot, objects),
            _ => Refuse(concatenation.Position, slot),
        };
    }

    /// <summary>The elements of one array after those of another; nothing at all counts as an empty array.</summary>
    public Form Append(Form? before, ArrayForm added, Slot slot)
    {
        return before switch
        {
            null => added,
            ArrayForm array => Append(array, added, slot),
            _ => Refuse(added.Position, slot),
        };
    }

    private ArrayForm Append(ArrayForm first, ArrayForm second, Slot slot)
        => work.TrySpend((first.Elements.Count + second.Elements.Count) * Work.Entry, second.Position, slot)
            ? new([.. first.Elements, .. second.Elements], first.Position)
            : first;

    private ScalarForm JoinText(List<HoconScalarNode> texts, HoconPosition position, Slot slot)
    {
        var length = texts.Sum(text => (long)text.Text.Length);
        var text = work.TrySpend(length, position, slot) ? string.Concat(texts.Select(text => text.Text)) : "";
        return new(new(text, isQuoted: true, position));
    }

    private ArrayForm Refuse(HoconPosition position, Slot slot)
    {
        if (!work.Leniency.HasFlag(HoconLeniency.MixedConcatenations))
        {
            work.Report(
                HoconErrorKind.Syntax,
                position,
                slot,
                "Expected values of one kind side by side, got a mixture of text, arrays and objects.");
        }

        return new([], position);
    }
}
