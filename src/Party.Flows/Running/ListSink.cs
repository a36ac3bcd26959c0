using Party.Flows.Operators;

namespace Party.Flows.Running;

/// <summary>Keeps all events: those of every stage together, in the order in which the stage made them.</summary>
internal sealed class ListSink<TEvent> : Sink<TEvent>
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, List<TEvent>> _lists = [];

    /// <summary>The events, stage by stage.</summary>
    public List<TEvent> ToList()
    {
        lock (_lock)
        {
            if (_lists.Count == 1)
            {
                return _lists.Values.First();
            }

            var all = new List<TEvent>(_lists.Values.Sum(static list => list.Count));
            foreach (var list in _lists.Values)
            {
                all.AddRange(list);
            }

            return all;
        }
    }

    /// <inheritdoc/>
    public override Operator<TEvent> OperatorFor(StageScope scope) => new Keep(ListOf(scope.Index), scope.Counters);

    private List<TEvent> ListOf(int stage)
    {
        lock (_lock)
        {
            if (!_lists.TryGetValue(stage, out var list))
            {
                list = [];
                _lists.Add(stage, list);
            }

            return list;
        }
    }

    private sealed class Keep(List<TEvent> list, StageCounters counters) : Operator<TEvent>
    {
        public override void Next(ReadOnlySpan<TEvent> events)
        {
            counters.Emitted += events.Length;
            list.AddRange(events);
        }

        public override void End()
        {
        }
    }
}
