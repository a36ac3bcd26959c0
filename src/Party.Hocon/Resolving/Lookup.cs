using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>Finds what a substitution names.</summary>
internal sealed class Lookup(Slot root, Evaluator evaluator, Work work, Func<string, string?> environment)
{
    /// <summary>The value of a substitution that stands in <paramref name="slot"/>; null, and reported unless optional, where it names nothing.</summary>
    public Form? Find(ReferenceSyntax reference, ImmutableArray<string> scope, Slot slot)
    {
        var path = HoconPath.Join(reference.Path);
        var isCycle = false;
        var found = scope.IsEmpty ? null : Walk([.. scope, .. reference.Path], ref isCycle);
        found ??= Walk(reference.Path, ref isCycle);
        if (found is null && !isCycle && environment(string.Join('.', reference.Path)) is { } variable)
        {
            found = new ScalarForm(new(variable, isQuoted: true, reference.Position));
        }

        if (found is null && !reference.IsOptional && !work.IsExhausted)
        {
            Report(path, isCycle, reference.Position, slot);
        }

        // What is found gets a place of its own, which costs as much as writing it down.
        return found is not null && work.TrySpend(found.Width * Work.Entry, reference.Position, slot)
            ? found.Via(path, reference.Position)
            : null;
    }

    private Form? Walk(ImmutableArray<string> path, ref bool isCycle)
    {
        var slot = root;
        foreach (var key in path)
        {
            var isBusy = slot.Evaluating != Slot.Idle;
            if (evaluator.Evaluate(slot) is not ObjectForm parent || !parent.Members.TryGetValue(key, out var member))
            {
                isCycle |= isBusy;
                return null;
            }

            slot = member;
        }

        // A value that stands within the one it names sees what was written for that before.
        var isOpen = slot.IsOpen || slot.Evaluating != Slot.Idle;
        var form = slot.IsOpen && slot.Evaluating == Slot.Idle
            ? evaluator.EvaluateBelow(slot, slot.Lowest)
            : evaluator.Evaluate(slot);
        isCycle |= isOpen && form is null;
        return form;
    }

    private void Report(string path, bool isCycle, HoconPosition position, Slot slot)
    {
        if (isCycle)
        {
            work.Report(HoconErrorKind.Substitution, position, slot, $"Cannot look ${{{path}}} up: its value leads back to this substitution, and nothing was written for it before.");
        }
        else
        {
            work.Report(
                HoconErrorKind.Substitution,
                position,
                slot,
                $"Expected ${{{path}}} to name a setting, counted from the root, or a variable of the environment, got neither. Write ${{?{path}}} if it may be missing.");
        }
    }
}
