using System.Globalization;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Functions;

/// <summary>The functions of one event that the recordings name: mappers, conditions, keys.</summary>
public static class Mappers
{
    /// <summary>A function; what makes several events of one returns a list.</summary>
    public static Func<Term, Term> Of(string name) => name switch
    {
        "inc" => x => Term.Of(x.Number + 1),
        "double" => x => Term.Of(x.Number * 2),
        "square" => x => Term.Of(x.Number * x.Number),
        "negate" => x => Term.Of(-x.Number),
        "even" => x => Term.Of(x.Number % 2 == 0),
        "odd" => x => Term.Of(x.Number % 2 != 0),
        "gt50" => x => Term.Of(x.Number > 50),
        "mod2" => x => Term.Of(x.Number % 2),
        "mod3" => x => Term.Of(x.Number % 3),
        "mod10" => x => Term.Of(x.Number % 10),
        "identity" => x => x,
        "length" => x => Term.Of(Graphemes(x).Length),
        "upcase" => x => Term.Of(x.Text().ToUpperInvariant()),
        "first_letter" => x => Graphemes(x).FirstOrDefault() ?? Term.Nil,
        "graphemes" => x => Term.List(Graphemes(x)),
        "words" => x => Term.List(
            x.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Term.Of)),
        "repeat_value" => x => Term.List(Enumerable.Repeat(x, (int)Math.Max(x.Number % 3, 0))),
        "range_to" => x => Term.List(RangeTo(x.Number).Select(Term.Of)),
        "elem0" => x => x.Element(0),
        "elem1" => x => x.Element(1),
        "elem2" => x => x.Element(2),
        "pair_mod3" => x => Term.Tuple(Term.Of(x.Number % 3), x),
        "pair_len" => x => Term.Tuple(Term.Of(Graphemes(x).Length), x),
        _ => throw new InvalidDataException($"Expected a function of an event, got \"{name}\"."),
    };

    /// <summary>A function of whole batches.</summary>
    public static Func<IReadOnlyList<Term>, IEnumerable<Term>> OfBatch(string name) => name switch
    {
        "batch_reverse" => batch => batch.Reverse(),
        "batch_size" => batch => [Term.Of(batch.Count)],
        "batch_sum" => batch => [Term.Of(batch.Sum(x => x.Number))],
        "batch_tag_size" => batch => batch.Select(x => Term.Tuple(x, Term.Of(batch.Count))),
        _ => throw new InvalidDataException($"Expected a function of a batch, got \"{name}\"."),
    };

    private static Term[] Graphemes(Term text)
    {
        var all = new List<Term>();
        var each = StringInfo.GetTextElementEnumerator(text.Text());
        while (each.MoveNext())
        {
            all.Add(Term.Of(each.GetTextElement()));
        }

        return [.. all];
    }

    // From 1 to a number below, a range runs downwards.
    private static IEnumerable<long> RangeTo(long last)
    {
        var step = last < 1 ? -1 : 1;
        for (var x = 1L; x != last + step; x += step)
        {
            yield return x;
        }
    }
}
