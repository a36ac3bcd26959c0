using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>Puts a concatenation together: objects merge, arrays follow each other, text is joined.</summary>
internal sealed class Joiner(Evaluator evaluator, Merger merger, Work work)
{
    public Form? Join(ConcatenationSyntax concatenation, Layer layer, Slot slot)
    {
        var mixture = new Mixture();
        foreach (var part in concatenation.Parts)
        {
            var inner = layer with { Value = part };
            if (Part.Of(inner) is { } literal)
            {
                mixture.AddLiteral(literal);
            }
            else
            {
                mixture.Add(evaluator.Evaluate(inner, slot), isSpace: part is TextSyntax { IsSpace: true });
            }
        }

        return (mixture.HasText, mixture.Arrays.Count > 0, mixture.Objects.Count > 0) switch
        {
            (false, false, false) => null,
            (true, false, false) => JoinText(mixture.Texts, concatenation.Position, slot),
            (false, true, false) => JoinArrays(mixture, slot),
            (false, false, true) => merger.Merge(slot, mixture.Objects),
            _ when !work.Leniency.HasFlag(HoconLeniency.MixedConcatenations) => Refuse(concatenation.Position, slot),
            _ when mixture.IsObject => merger.Merge(slot, mixture.Objects),
            (_, true, _) => JoinArrays(mixture, slot),
            _ => new ArrayForm([], concatenation.Position),
        };
    }

    /// <summary>The elements of one array after those of another; nothing at all counts as an empty array.</summary>
    public Form Append(Form? before, ArrayForm added, Slot slot) => before switch
    {
        null => added,
        ArrayForm array => Append(array, added, slot),
        _ when work.Leniency.HasFlag(HoconLeniency.MixedConcatenations) => new ArrayForm([], added.Position),
        _ => Refuse(added.Position, slot),
    };

    private ArrayForm JoinArrays(Mixture mixture, Slot slot)
        => mixture.Arrays.Aggregate((first, second) => Append(first, second, slot));

    private ArrayForm Append(ArrayForm first, ArrayForm second, Slot slot)
        => work.TrySpend((first.Elements.Count + second.Elements.Count) * Work.Entry, second.Position, slot)
            ? new([.. first.Elements, .. second.Elements], first.Position)
            : first;

    private ScalarForm JoinText(IReadOnlyList<HoconScalarNode> texts, HoconPosition position, Slot slot)
    {
        var length = texts.Sum(text => (long)text.Text.Length);
        var text = work.TrySpend(length, position, slot) ? string.Concat(texts.Select(text => text.Text)) : "";
        return new(new(text, isQuoted: true, position));
    }

    private ArrayForm Refuse(HoconPosition position, Slot slot)
    {
        work.Report(
            HoconErrorKind.Syntax,
            position,
            slot,
            "Expected values of one kind side by side, got a mixture of text, arrays and objects.");
        return new([], position);
    }
}
