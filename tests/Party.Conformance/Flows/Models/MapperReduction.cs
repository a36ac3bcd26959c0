using System.Collections.Immutable;
using Party.Conformance.Flows.Functions;
using Party.Conformance.Flows.Terms;

namespace Party.Conformance.Flows.Models;

/// <summary>Mappers alone: there is nothing that a window could come to.</summary>
public sealed class MapperReduction(ImmutableArray<RecordedOperation> mappers) : Reduction
{
    /// <summary>What some mappers make of events, one after another.</summary>
    public static IReadOnlyList<Term> Map(IEnumerable<RecordedOperation> mappers, IEnumerable<Term> events)
    {
        foreach (var mapper in mappers)
        {
            var function = Mappers.Of(mapper.Function);
            events = mapper.Name switch
            {
                "map" => events.Select(function),
                "filter" => events.Where(item => function(item).IsTrue),
                "reject" => events.Where(item => !function(item).IsTrue),
                "flat_map" => events.SelectMany(function),
                "map_values" => events.Select(pair => Term.Tuple(pair.Element(0), function(pair.Element(1)))),
                var other => throw new InvalidDataException($"Expected a mapper, got \"{other}\"."),
            };
        }

        return [.. events];
    }

    public override IEnumerable<Term> Take(int upstream, IReadOnlyList<Term> events) => Map(mappers, events);

    public override IEnumerable<Term> Fire(FiredWindow fired) => [];
}
