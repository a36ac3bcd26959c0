using System.Collections.Immutable;
using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;
using Party.Simulation;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms;

/// <summary>One scenario in the simulator: the laws hold after every step, and the books close at the end.</summary>
public sealed class Storm
{
    private readonly ActorSimulation _simulation;
    private readonly Scenario _scenario;
    private readonly Dictionary<string, StageState> _states = [];
    private readonly Dictionary<string, IActorRef> _stages = [];
    private readonly List<string> _failures = [];

    private Storm(
        ActorSimulation simulation,
        Scenario scenario,
        Func<DispatcherOptions<int>, StagePlan, DispatcherOptions<int>>? defect)
    {
        (_simulation, _scenario) = (simulation, scenario);
        simulation.Law("no stage fails that was not told to", () => _failures.FirstOrDefault());
        simulation.Law("every event is somewhere", () => Producing.Select(Unbalanced).FirstOrDefault(Is));
        simulation.Law("older before newer", () => _states.Values.Select(OutOfOrder).FirstOrDefault(Is));
        simulation.Law("no event is handled twice", Repeated);
        simulation.Law("what is confirmed was handled", () => Producing.Select(Unfounded).FirstOrDefault(Is));
        simulation.Law("nothing is lost", () => Producing.Select(Lost).FirstOrDefault(Is));

        var supervisor = simulation.System.ActorOf(
            Props.Create(() => new StormSupervisor(_failures)), "storm");
        foreach (var plan in scenario.Stages)
        {
            _states[plan.Name] = new(plan);
            var started = supervisor.Ask<IActorRef>(new StormSupervisor.Start(plan.Name, PropsOf(plan, defect)));
            Throw(simulation.RunUntil(() => started.IsCompleted)
                ? null
                : $"Expected {plan.Name} to start, got no answer.");
            _stages[plan.Name] = started.GetAwaiter().GetResult();
        }
    }

    private IEnumerable<StageState> Producing => _states.Values.Where(state => state.Books is not null);

    /// <summary>Plays a scenario by a seed.</summary>
    /// <param name="seed">Chooses the schedule.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="defect">What replaces the dispatchers; null for the product's own.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static SimulationException? Play(
        int seed,
        Scenario scenario,
        Func<DispatcherOptions<int>, StagePlan, DispatcherOptions<int>>? defect = null)
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

        foreach (var state in Producing)
        {
            state.IsToFail = false;
            _stages[state.Plan.Name].SetDemandMode(DemandMode.Forward);
        }

        _simulation.Run();
        foreach (var state in Producing.Where(state => state.Books is { } books))
        {
            Throw(Starving(state, state.Books!()));
        }

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

            var books = drained.GetAwaiter().GetResult().Books;
            Throw(books.InFlight == 0 ? null : $"Expected nothing in flight after a drain, got {books}.");
            if (books.DiscardedFor(DiscardCause.Abandoned) == 0
                && _scenario.Stages.All(plan => IsLeaf(plan, state.Plan)))
            {
                var handled = _states.Values.Sum(one => one.HandledFrom.GetValueOrDefault(state.Plan.Name));
                var isRetained = _scenario.Feeds(state.Plan)
                    .Any(static wire => wire.Delivery == DeliveryMode.AtLeastOnce);
                Throw(handled == books.Handled || (isRetained && handled > books.Handled)
                    ? null
                    : $"Expected {handled} handled events of {state.Plan.Name} in its books, got {books.Handled}.");
            }
        }
    }

    private static bool IsLeaf(StagePlan plan, StagePlan upstream) =>
        plan.IsConsumer || plan.Wires.All(wire => wire.To != upstream.Name);

    // At rest, demand that can be met has been met.
    private static string? Starving(StageState state, ProducerBooks books)
    {
        var plan = state.Plan;
        var outstanding = books.Partitions.Sum(partition => partition.Outstanding);
        var waiting = books.Held + books.Buffered;
        var isShared = plan.Dispatcher is not (DispatcherKind.Partitions or DispatcherKind.PooledPartitions);
        if (isShared && waiting > 0 && outstanding > 0)
        {
            return $"Expected no event of {plan.Name} to wait while {outstanding} are wanted, got {waiting}.";
        }

        var wanted = plan.Dispatcher switch
        {
            DispatcherKind.PooledPartitions => outstanding - books.Parked,
            DispatcherKind.Partitions => books.Held > 0 ? 0 : outstanding,

            // Whoever has handled all it got wants at least one more, so that a broadcast waits for nobody at rest.
            _ => outstanding,
        };
        return plan.IsProducer && !state.IsExhausted && wanted > 0
            ? $"Expected {plan.Name} to have made what is wanted, got {wanted} outstanding and {books.Owed} owed."
            : null;
    }

    private static string? Unbalanced(StageState state) => state.Books?.Invoke() is { IsClosed: false } books
        ? $"Expected the books of {state.Plan.Name} to close, got {books}."
        : null;

    private string? OutOfOrder(StageState state)
    {
        if (!state.Plan.IsConsumer)
        {
            return null;
        }

        // Where a stage in the middle is sent events again, it emits them again.
        if (_scenario.IsAnyRetained && _scenario.HasMiddle)
        {
            return null;
        }

        var last = new Dictionary<int, int>();
        foreach (var one in state.Handled.Where(static one => one.Attempt == 1))
        {
            if (last.TryGetValue(one.Maker, out var before) && one.Item <= before)
            {
                return $"{state.Plan.Name} got {one.Item} after {before}";
            }

            last[one.Maker] = one.Item;
        }

        return null;
    }

    // All that a producer takes for handled was handled by a consumer, or not wanted by somebody on the way.
    private string? Unfounded(StageState state)
    {
        if (!state.Plan.IsProducer || !_scenario.IsAtLeastOnce || _scenario.Copies)
        {
            return null;
        }

        var books = state.Books!();
        var ended = _states.Values.Where(static one => one.Plan.IsConsumer)
            .SelectMany(static one => one.Handled)
            .Concat(_states.Values.Where(static one => one.Books is not null && !one.Plan.IsProducer)
                .SelectMany(static one => one.Handled.Where(handled => handled.Item % 5 == one.Plan.Unwanted)))
            .Where(one => one.Maker == state.Number)
            .Select(static one => one.Item)
            .Distinct()
            .Count();
        return books.Handled <= ended
            ? null
            : $"Expected at most {ended} confirmed events of {state.Plan.Name}, got {books.Handled}.";
    }

    // With at-least-once delivery, no crash and no cancel costs an event; a broadcast's consumer may leave.
    private string? Lost(StageState state)
    {
        if (!_scenario.Feeds(state.Plan).All(static wire => wire.Delivery == DeliveryMode.AtLeastOnce))
        {
            return null;
        }

        var books = state.Books!();
        var lost = books.DiscardedFor(DiscardCause.ConsumerFailed)
            + books.DiscardedFor(DiscardCause.ConsumerRestarted)
            + (state.Plan.Copies ? 0 : books.DiscardedFor(DiscardCause.ConsumerGone));
        return lost == 0 ? null : $"Expected no event of {state.Plan.Name} to be lost with its consumer, got {lost}.";
    }

    private string? Repeated() => _scenario.Copies || _scenario.IsAnyRetained
        ? null
        : _states.Values.Where(state => state.Plan.IsConsumer)
            .SelectMany(state => state.Handled)
            .CountBy(one => one.Item)
            .Where(pair => pair.Value > 1)
            .Select(pair => $"{pair.Key} was handled {pair.Value} times")
            .FirstOrDefault();

    private static bool Is(string? violation) => violation is not null;

    private static void Throw(string? violation)
    {
        if (violation is not null)
        {
            throw new InvalidOperationException(violation);
        }
    }

    private Props PropsOf(
        StagePlan plan, Func<DispatcherOptions<int>, StagePlan, DispatcherOptions<int>>? defect)
    {
        var state = _states[plan.Name];
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
