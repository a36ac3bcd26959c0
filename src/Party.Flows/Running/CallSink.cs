using Party.Flows.Operators;

namespace Party.Flows.Running;

/// <summary>Calls a function with every event, in the stage that made it; without one, forgets the events.</summary>
internal sealed class CallSink<TEvent>(string name, Action<TEvent>? call) : Sink<TEvent>
{
    /// <inheritdoc/>
    public override Operator<TEvent> OperatorFor(StageScope scope) => new Call(name, call, scope.Counters);

    private sealed class Call(string name, Action<TEvent>? call, StageCounters counters) : Operator<TEvent>
    {
        public override void Next(ReadOnlySpan<TEvent> events)
        {
            counters.Emitted += events.Length;
            if (call is null)
            {
                return;
            }

            var index = 0;
            try
            {
                for (; index < events.Length; index++)
                {
                    call(events[index]);
                }
            }
            catch (Exception error)
            {
                throw FlowException.In(name, events[index], error);
            }
        }

        public override void End()
        {
        }
    }
}
