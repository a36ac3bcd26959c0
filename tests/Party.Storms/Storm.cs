using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Simulation;
using Party.Storms.Defects;
using Party.Storms.Laws;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms;

/// <summary>One scenario in the simulator: the laws hold after every step, and the books close at the end.</summary>
public sealed class Storm : IDisposable
{
    private readonly ActorSimulation _simulation;
    private readonly Scenario _scenario;
    private readonly Journal _journal;
    private readonly Dictionary<string, IActorRef> _stages = [];
    private readonly List<string> _failures = [];
    private readonly StormDrain _drain;
    private readonly IActorRef _supervisor;

    private Storm(ActorSimulation simulation, Scenario scenario, Defect? defect)
    {
        (_simulation, _scenario, _journal) = (simulation, scenario, new(scenario));
        var books = new BookLaws(scenario, _journal);
        var partitions = new PartitionLaws(scenario);
        simulation.Law("no stage fails that was not told to", () => _failures.FirstOrDefault());
        simulation.Law("what is handled", () => _journal.Violation);
        simulation.Law("the books", () => _journal.Stages.Select(books.Broken).FirstOrDefault(Is));
        simulation.Law(
            "changes",
            () => _journal.Stages.Select(one => one.Changes.Refused(one.IsGone || _journal.IsDrained))
                .FirstOrDefault(Is));
        simulation.Law("partitions", () => _journal.Stages.Select(partitions.Broken).FirstOrDefault(Is));

        Action<string, bool> answered = (stage, isRefused) => _journal[stage].Pauses.Answer(isRefused);
        var supervisor = _supervisor = simulation.System.ActorOf(
            Props.Create(() => new StormSupervisor(_failures, answered)), "storm");
        foreach (var plan in scenario.Stages)
        {
            _journal.Add(new(plan, _journal)
            {
                Defect = defect?.Stage ?? StageDefect.None,
                IsToChange = scenario.IsChanged(plan),
                IsHurried = scenario.IsHurried(plan),
            });
            var started = supervisor.Ask<IActorRef>(new StormSupervisor.Start(plan.Name, PropsOf(plan, defect)));
            Throw(simulation.RunUntil(() => started.IsCompleted)
                ? null
                : $"Expected {plan.Name} to start, got no answer.");
            _stages[plan.Name] = started.GetAwaiter().GetResult();
        }

        _drain = new(simulation, [.. scenario.Stages.Select(stage => _stages[stage.Name])]);
    }

    /// <summary>Plays a scenario by a seed.</summary>
    /// <param name="seed">Chooses the schedule.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="defect">What is wrong with the stages; null for the product's own.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static SimulationException? Play(int seed, Scenario scenario, Defect? defect = null)
    {
        try
        {
            ActorSimulation.Replay(
                seed,
                simulation =>
                {
                    using var storm = new Storm(simulation, scenario, defect);
                    storm.Run();
                },
                OptionsOf(scenario));
            return null;
        }
        catch (SimulationException failure)
        {
            return failure;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _drain.Dispose();

    // A machine may be too slow for its timers; a handler may wait for something that never comes.
    private static SimulationOptions OptionsOf(Scenario scenario) => new()
    {
        LongestWait = scenario.IsHasty ? TimeSpan.FromHours(1) : TimeSpan.Zero,
        AllowsOutsideTasks = scenario.IsAnyStuck || scenario.IsAnyFrozen,
    };

    private void Run()
    {
        foreach (var act in _scenario.Acts)
        {
            Do(act);
            var until = _simulation.Steps + act.Steps;
            if (act.Steps == 0 && !_drain.HasBegun)
            {
                _simulation.Run();
            }
            else
            {
                _simulation.RunUntil(() => _simulation.Steps >= until);
            }
        }

        if (!_drain.HasBegun)
        {
            ComeToRest();
            Drain(new(ActKind.Drain, "", Act.Patience, Steps: 0));
        }

        Throw(_drain.End());
        var laws = new DrainLaws(_scenario, _journal);
        Throw(_drain.Reports.Select(one => laws.Broken(one.Report)).FirstOrDefault(Is));
        Throw(_scenario.IsDrained ? null : _journal.Stages.Select(Uncounted).FirstOrDefault(Is));
    }

    private void Drain(Act act)
    {
        Thaw();
        Resume();

        // Whoever comes when the drain has begun may come too late for what waits for it.
        _journal.Drain();
        _drain.Begin(act.Count < 0 && !_journal.WasEveryoneThere ? act with { Count = Act.Patience } : act);
    }

    private void ComeToRest()
    {
        foreach (var state in _journal.Stages.Where(static state => !state.Plan.IsConsumer && !state.IsGone))
        {
            (state.Failing, state.IsFlushing) = (null, true);
            _stages[state.Plan.Name].SetDemandMode(DemandMode.Forward);
            _stages[state.Plan.Name].Tell(new Act(ActKind.Flush, state.Plan.Name, Count: 1, Steps: 0));
        }

        _simulation.Run();
        var rest = new RestLaws(_scenario, _journal);
        Throw(_journal.Stages.Select(rest.Unserved).FirstOrDefault(Is));
        Thaw();
        Resume();
        _simulation.Run();
        Throw(_journal.Stages.Select(rest.Broken).FirstOrDefault(Is));
    }

    private void Thaw()
    {
        foreach (var state in _journal.Stages.Where(static state => state.Frozen is not null))
        {
            Do(new(ActKind.Thaw, state.Plan.Name, Count: 1, Steps: 0));
        }
    }

    private void Resume()
    {
        foreach (var state in _journal.Stages)
        {
            foreach (var partition in state.Pauses.Wanted)
            {
                Pause(state, partition, isPaused: false);
            }
        }
    }

    private void Pause(StageState state, int partition, bool isPaused)
    {
        if (!state.IsGone && !_drain.HasBegun)
        {
            state.Pauses.Tell(partition, isPaused);
            object message = isPaused ? new PausePartition($"{partition}") : new ResumePartition($"{partition}");
            _stages[state.Plan.Name].Tell(message, _supervisor);
        }
    }

    private void Change(StageState state, MapPlan map)
    {
        if (!state.IsGone && !_drain.HasBegun)
        {
            var change = new ChangePartitions<int>(Changes.Of(map, state));
            state.Changes.Tell(map, state.Defect == StageDefect.SwapsMaps
                ? Task.FromResult<object>(change)
                : _stages[state.Plan.Name].Ask<object>(change));
        }
    }

    // Handled events are all in the books. A batch that a resumed stage was stopped with is, and was not handled.
    private string? Uncounted(StageState state)
    {
        if (state.Books?.Invoke() is not { } books
            || _scenario.FeedersOf(state.Plan).Any(static feeder => !feeder.IsConsumer)
            || books.InFlight + books.DiscardedFor(DiscardCause.Abandoned) > 0
            || _scenario.IsAnyRetainedOf(state.Plan) || _scenario.Acts.Any(static act => act.Then == Directive.Resume))
        {
            return null;
        }

        return state.HandledOf == books.Handled
            ? null
            : $"Expected {state.HandledOf} handled events of {state.Plan.Name} in its books, got {books.Handled}.";
    }

    private void Do(Act act)
    {
        if (act.IsDrain)
        {
            Drain(act);
            return;
        }

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
            case ActKind.Pause or ActKind.Resume:
                Pause(_journal[act.Stage], act.Count, act.Kind == ActKind.Pause);
                break;
            case ActKind.Change:
                Change(_journal[act.Stage], act.Map!);
                break;
            case ActKind.Freeze:
                if (!_drain.HasBegun)
                {
                    _journal[act.Stage].Freeze();
                }

                break;
            default:
                if (act.Kind == ActKind.Thaw)
                {
                    _journal[act.Stage].Thaw();
                }

                stage.Tell(act);
                break;
        }
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
        Func<IActorRef, Wire> wireTo = producer => plan.Wires.First(wire => wire.To == producer.Path.Name);
        if (plan.IsAsync)
        {
            return Props.Create(() => new StormAsyncConsumer(state, wires, wireTo));
        }

        if (plan.IsConsumer)
        {
            return Props.Create(() => new StormConsumer(state, wires, wireTo));
        }

        var options = StormOptions.Of(state, defect);
        return plan.IsProducer
            ? Props.Create(() => new StormProducer(state, options))
            : Props.Create(() => new StormMiddle(state, options, wires));
    }
}
