namespace Party.Flows.Windows;

/// <summary>Fires after each so many events of a window.</summary>
internal sealed class EveryRule<T>(int count) : TriggerRule<T>(Trigger.Every(count))
{
    private readonly int _count = count;

    public override TriggerState<T> Begin() => new State(this);

    private sealed class State(EveryRule<T> rule) : TriggerState<T>
    {
        private int _left = rule._count;

        public override int Advance(ReadOnlySpan<T> events)
        {
            if (events.Length < _left)
            {
                _left -= events.Length;
                return 0;
            }

            var taken = _left;
            _left = rule._count;
            return taken;
        }
    }
}
