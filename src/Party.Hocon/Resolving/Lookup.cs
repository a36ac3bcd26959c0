using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>Finds what a substitution names.</summary>
internal sealed class Lookup(Slot root, Evaluator evaluator, Work work, Func<string, string?> environment)
{
    private enum Failure
    {
        Missing,
        Cycle,

        // What was named has no value for a reason that was reported already.
        Known,
    }

    /// <summary>The value of a substitution; null, and reported unless optional, where it names nothing.</summary>
    public Form? Find(ReferenceSyntax reference, ImmutableArray<string> scope, Slot slot)
    {
        if (!work.TrySpend(work.CostOf(reference), reference.Position, slot))
        {
            return null;
        }

        var path = reference.Text;
        var failure = Failure.Missing;
        var found = scope.IsEmpty ? null : Walk([.. scope, .. reference.Path], ref failure);
        found ??= Walk(reference.Path, ref failure);
        if (found is null && failure == Failure.Missing)
        {
            found = FindVariable(reference);
        }

        if (found is null && !reference.IsOptional && !work.IsExhausted)
        {
            Report(path, failure, reference.Position, slot);
        }

        // What is found gets a place of its own, which costs as much as writing it down.
        return found is not null && work.TrySpend(found.Width * Work.Entry, reference.Position, slot)
            ? found.Via(path, reference.Position)
            : null;
    }

    private ScalarForm? FindVariable(ReferenceSyntax reference)
        => environment(string.Join('.', reference.Path)) is { } variable
            ? new(new(variable, isQuoted: true, reference.Position))
            : null;

    private Form? Walk(ImmutableArray<string> path, ref Failure failure)
    {
        var slot = root;
        foreach (var key in path)
        {
            if (evaluator.Evaluate(slot) is not ObjectForm parent || !parent.Members.TryGetValue(key, out var member))
            {
                failure = Explain(slot, failure);
                return null;
            }

            slot = member;
        }

        // A value that stands within the one it names sees what was written for that before.
        var layer = slot.Evaluating;
        var form = slot.IsOpen && layer == Slot.Idle
            ? evaluator.EvaluateBelow(slot, slot.Lowest)
            : evaluator.Evaluate(slot);
        slot.LookedBack = layer;
        failure = form is null ? Explain(slot, slot.IsOpen ? Failure.Cycle : failure) : failure;
        return form;
    }

    private static Failure Explain(Slot slot, Failure otherwise) => slot switch
    {
        { HasFailed: true } => Failure.Known,
        { Evaluating: not Slot.Idle } => Failure.Cycle,
        _ => otherwise,
    };

    private void Report(string path, Failure failure, HoconPosition position, Slot slot)
    {
        slot.HasFailed = true;
        if (failure == Failure.Known)
        {
            return;
        }

        var message = failure == Failure.Cycle
            ? $"Cannot look ${{{path}}} up: its value leads back here, and nothing was written for it before."
            : $"Expected ${{{path}}} to name a setting, from the root, or a variable of the environment, got neither. "
                + $"Write ${{?{path}}} if it may be missing.";
        work.Report(HoconErrorKind.Substitution, position, slot, message);
    }
}
