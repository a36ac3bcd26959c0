using Party.Demand.Sharing;
using Party.Flows.Sources;
using Party.Flows.Stages;

namespace Party.Flows.Building;

/// <summary>Events that stages read by themselves.</summary>
/// <param name="name">What it is, in a few words.</param>
/// <param name="isShared">Whether any number of stages may read at a time.</param>
/// <param name="open">Opens it for one run.</param>
internal sealed class SourceEntry<TEvent>(string name, bool isShared, Func<Blocks<TEvent>> open) : Entry<TEvent>
{
    /// <inheritdoc/>
    public override bool IsSequential => !isShared;

    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        var blocks = open();
        if (isShared || stages == 1)
        {
            return new() { Blocks = blocks };
        }

        starter.Await(stages);
        return new() { Producers = [Reader(starter, blocks, shape)] };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline) => name;

    private static Akka.Actor.IActorRef Reader(FlowStarter starter, Blocks<TEvent> blocks, Shape shape)
    {
        var number = starter.NextLayer();
        var plan = new StagePlan<TEvent, TEvent>(
            static (_, following) => following, 0, 1, starter.NewCounters(number, new(shape.Options)))
        {
            Cuts = shape.Options.NewCuts(),
        };
        var outlet = new DispatchedOutlet<TEvent>(new DemandDispatcherOptions<TEvent>());
        var stage = starter.Start(outlet.StageOf(plan, new() { Blocks = blocks }, []), $"{number}-0");
        starter.Hold([stage]);
        return stage;
    }
}
