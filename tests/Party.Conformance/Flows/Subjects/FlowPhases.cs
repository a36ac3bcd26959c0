using System.Reflection;
using System.Runtime.CompilerServices;
using Party.Flows;

namespace Party.Conformance.Flows.Subjects;

/// <summary>
/// Which operators there are where, by the types that the product has: a flow at its entry, anywhere, in a window, a
/// reduction. What a recording says Flow refuses while a flow is built has no method there.
/// </summary>
public static class FlowPhases
{
    private static readonly Type[] Phases =
    [
        typeof(EntryFlow<>),
        typeof(Flow<>),
        typeof(WindowedFlow<>),
        typeof(Reduction<>),
        typeof(EmittingReduction<,>),
    ];

    private static readonly MethodInfo[] Extensions =
    [
        .. typeof(Flow).Assembly.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(ExtensionAttribute), inherit: false))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute), inherit: false)),
    ];

    /// <summary>What an operator is called in Party's API, where it follows something.</summary>
    public static string MethodOf(RecordedOperation operation) => operation.Name switch
    {
        "map" or "map_values" => nameof(Flow<>.Select),
        "filter" or "reject" => nameof(Flow<>.Where),
        "flat_map" => nameof(Flow<>.SelectMany),
        "map_batch" => nameof(EntryFlow<>.SelectBatch),
        "reduce" => nameof(Flow<>.Aggregate),
        "group_by" or "group_by_key" => nameof(Flow<>.GroupBy),
        "emit_and_reduce" => nameof(Flow<>.EmitAndAggregate),
        "uniq" => nameof(Flow<>.Distinct),
        "uniq_by" => nameof(Flow<>.DistinctBy),
        "emit" => operation.Text("what") switch
        {
            "state" => nameof(Reduction<>.EmitState),
            "nothing" => nameof(Reduction<>.EmitNothing),
            _ => nameof(ReductionExtensions.EmitEvents),
        },
        "on_trigger" => nameof(Reduction<>.OnTrigger),
        "departition" => nameof(Reduction<>.Departition),
        "take_sort" => nameof(ReductionExtensions.TakeSorted),
        var other => throw new InvalidDataException($"Expected an operator, got \"{other}\"."),
    };

    /// <summary>Whether a phase has a method of this name, of its own or as an extension.</summary>
    public static bool Has(object phase, string method)
    {
        var bases = BasesOf(phase.GetType()).ToHashSet();
        if (!bases.Overlaps(Phases))
        {
            throw new ArgumentException($"Expected a phase of a flow, got {phase.GetType()}.", nameof(phase));
        }

        return bases.Where(type => type.Namespace == typeof(Flow).Namespace)
            .Any(type => type.GetMember(method).Length > 0)
            || Extensions.Any(one =>
                one.Name == method && bases.Contains(DefinitionOf(one.GetParameters()[0].ParameterType)));
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            yield return DefinitionOf(one);
        }

        foreach (var one in type.GetInterfaces())
        {
            yield return DefinitionOf(one);
        }
    }

    private static Type DefinitionOf(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
