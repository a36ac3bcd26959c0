using Party.Flows.Operators;

namespace Party.Flows.Running;

/// <summary>Where events leave a flow, in the stages that made them.</summary>
internal abstract class Sink<TEvent>
{
    /// <summary>The last step of a stage.</summary>
    public abstract Operator<TEvent> OperatorFor(StageScope scope);
}
