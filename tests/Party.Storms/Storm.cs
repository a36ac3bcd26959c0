using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Simulation;
using Party.Storms.Defects;
using Party.Storms.Laws;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms;

/// <summary>One scenario in the simulator: the laws hold after every step, and the books close at the end.</summary>
public sealed class Storm
{
    private readonly ActorSimulation _simulation;
    private readonly Scenario _scenario;
    private readonly Journal _journal;
    private readonly Dictionary<string, IActorRef> _stages = [];
    private readonly List<string> _failures = [];

    private Storm(ActorSimulation simulation, Scenario scenario, Defect? defect)
    {
        (_simulation, _scenario, _journal) = (simulation, scenario, new(scenario));
        var books = new BookLaws(scenario, _journal);
        simulation.Law("no stage fails that was not told to", () => _failures.FirstOrDefault());
        simulation.Law("what is handled", () => _journal.Violation);
        simulation.Law("the books", () => _journal.Stages.Select(books.Broken).FirstOrDefault(Is));

        var supervisor = simulation.System.ActorOf(
            Props.Create(() => new StormSupervisor(_failures)), "storm");
        foreach (var plan in scenario.Stages)
        {
            _journal.Add(new(plan, _journal) { Defect = defect?.Stage ?? StageDefect.None });
            var started = supervisor.Ask<IActorRef>(new StormSupervisor.Start(plan.Name, PropsOf(plan, defect)));
            Throw(simulation.RunUntil(() => started.IsCompleted)
                ? null
                : $"Expected {plan.Name} to start, got no answer.");
            _stages[plan.Name] = started.GetAwaiter().GetResult();
        }
    }

    private IEnumerable<StageState> Producing =>
        _journal.Stages.Where(static state => state.Books is not null && !state.IsGone);

    /// <summary>Plays a scenario by a seed.</summary>
    /// <param name="seed">Chooses the schedule.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="defect">What is wrong with the stages; null for the product's own.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static SimulationException? Play(int seed, Scenario scenario, Defect? defect = null)
    {
        try
        {
            ActorSimulation.Replay(seed, simulation => new Storm(simulation, scenario, defect).Run());
            return null;
        }
        catch (SimulationException failure)
        {
            return failure;
        }
    }

    private void Run()
    {
        foreach (var act in _scenario.Acts)
        {
            Do(act);
            var until = _simulation.Steps + act.Steps;
            if (act.Steps == 0)
            {
                _simulation.Run();
            }
            else
            {
                _simulation.RunUntil(() => _simulation.Steps >= until);
            }
        }

        foreach (var state in _journal.Stages.Where(static state => !state.Plan.IsConsumer && !state.IsGone))
        {
            (state.Failing, state.IsFlushing) = (null, true);
            _stages[state.Plan.Name].SetDemandMode(DemandMode.Forward);
            _stages[state.Plan.Name].Tell(new Act(ActKind.Flush, state.Plan.Name, Count: 1, Steps: 0));
        }

        _simulation.Run();
        var rest = new RestLaws(_scenario, _journal);
        Throw(_journal.Stages.Select(rest.Broken).FirstOrDefault(Is));
        CloseBooks();
    }

    private void Do(Act act)
    {
        var stage = _stages[act.Stage];
        switch (act.Kind)
        {
            case ActKind.Stop:
                _simulation.System.Stop(stage);
                break;
            case ActKind.Accumulate:
                stage.SetDemandMode(DemandMode.Accumulate);
                break;
            case ActKind.Forward:
                stage.SetDemandMode(DemandMode.Forward);
                break;
            default:
                stage.Tell(act);
                break;
        }
    }

    // Upstream first: what a stage hands on while it drains, the next one drains after it.
    private void CloseBooks()
    {
        foreach (var state in Producing.ToList())
        {
            var drained = _stages[state.Plan.Name].Ask<Drained>(new Drain(TimeSpan.FromMinutes(1)));
            if (!_simulation.RunUntil(() => drained.IsCompleted))
            {
                Throw($"Expected {state.Plan.Name} to drain, got no answer.");
            }

            Throw(Unclosed(state, drained.GetAwaiter().GetResult().Books));
        }
    }

    // A stage that feeds consumers only need not wait for anybody until its time is up.
    private string? Unclosed(StageState state, ProducerBooks books)
    {
        if (books.InFlight > 0)
        {
            return $"Expected nothing in flight after a drain, got {books}.";
        }

        if (_scenario.FeedersOf(state.Plan).Any(static feeder => !feeder.IsConsumer))
        {
            return null;
        }

        if (books.DiscardedFor(DiscardCause.Abandoned) > 0)
        {
            // Pooled demand can be used up by what is parked where nobody is; then the buffer waits in vain.
            return state.Plan.Dispatcher == DispatcherKind.PooledPartitions
                ? null
                : $"Expected {state.Plan.Name} to drain in time, got {books}.";
        }

        // A batch that a resumed stage was stopped with is counted as it should, and was not handled.
        return state.HandledOf == books.Handled
            || _scenario.IsAnyRetainedOf(state.Plan) || _scenario.Acts.Any(static act => act.Then == Directive.Resume)
            ? null
            : $"Expected {state.HandledOf} handled events of {state.Plan.Name} in its books, got {books.Handled}.";
    }

    private static bool Is(string? violation) => violation is not null;

    private static void Throw(string? violation)
    {
        if (violation is not null)
        {
            throw new InvalidOperationException(violation);
        }
    }

    private Props PropsOf(StagePlan plan, Defect? defect)
    {
        var state = _journal[plan.Name];
        SubscribeTo[] wires =
        [
            .. plan.Wires.Select(
                wire => new SubscribeTo(_stages[wire.To], StormOptions.Of(wire, _scenario.Stage(wire.To)))),
        ];
        if (plan.IsConsumer)
        {
            return Props.Create(() => new StormConsumer(
                state, wires, producer => plan.Wires.First(wire => wire.To == producer.Path.Name)));
        }

        var options = StormOptions.Of(plan, defect);
        return plan.IsProducer
            ? Props.Create(() => new StormProducer(state, options))
            : Props.Create(() => new StormMiddle(state, options, wires));
    }
}
