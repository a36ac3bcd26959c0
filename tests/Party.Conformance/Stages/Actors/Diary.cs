using System.Collections.Immutable;

namespace Party.Conformance.Stages.Actors;

/// <summary>What the stages under test did in one step.</summary>
public sealed class Diary
{
    private readonly Dictionary<string, List<string>> _log = [];
    private readonly Dictionary<string, string> _exits = [];

    /// <summary>Enters a callback of a stage.</summary>
    public void Log(string stage, string entry)
    {
        _log.TryAdd(stage, []);
        _log[stage].Add(entry);
    }

    /// <summary>Enters the end of a stage; the first reason given counts.</summary>
    public void End(string stage, string reason) => _exits.TryAdd(stage, reason);

    /// <summary>Why a stage ended in this step; null where it did not.</summary>
    public string? ExitOf(string stage) => _exits.GetValueOrDefault(stage);

    /// <summary>The step, which is closed with it.</summary>
    public StageRecord Close(string result)
    {
        var record = new StageRecord(
            result,
            _log.ToImmutableSortedDictionary(
                one => one.Key, ImmutableArray<string> (one) => [.. one.Value], StringComparer.Ordinal),
            _exits.ToImmutableSortedDictionary(StringComparer.Ordinal));
        _log.Clear();
        _exits.Clear();
        return record;
    }
}
