namespace Party.Flows.Windows;

/// <summary>Fires after each event of which a user's rule says so.</summary>
internal sealed class WhenRule<T, TState>(
    string name, Func<TState> seed, Func<TState, T, (bool Fires, TState State)> rule)
    : TriggerRule<T>(Trigger.When(name))
{
    public override TriggerState<T> Begin() => new State(seed(), rule);

    private sealed class State(TState state, Func<TState, T, (bool Fires, TState State)> rule) : TriggerState<T>
    {
        private TState _state = state;

        public override int Advance(ReadOnlySpan<T> events)
        {
            // A rule that throws has seen none of them.
            var state = _state;
            for (var index = 0; index < events.Length; index++)
            {
                (var fires, state) = rule(state, events[index]);
                if (fires)
                {
                    _state = state;
                    return index + 1;
                }
            }

            _state = state;
            return 0;
        }
    }
}
