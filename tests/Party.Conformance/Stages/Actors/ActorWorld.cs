using Akka.Actor;
using Akka.Configuration;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Conformance.Dispatchers;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Conformance.Stages.Actors;

/// <summary>
/// Party's stages, on a dispatcher that lets them take turns, so that a step is over when it is nobody's turn.
/// </summary>
public sealed class ActorWorld : IStageWorld, IDisposable
{
    private const string Turns = "turns";

    private static readonly Lazy<ActorSystem> System = new(() => ActorSystem.Create(
        "conformance",
        ConfigurationFactory.ParseString($$"""
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            {{Turns}}.type = "{{typeof(TurnDispatcherConfigurator).AssemblyQualifiedName}}"
            """)));

    private readonly IReadOnlyList<RecordedStage> _setups;
    private readonly Diary _diary = new();
    private readonly Dictionary<string, IActorRef> _stages = [];
    private readonly Dictionary<string, Nursery> _nurseries = [];
    private readonly HashSet<string> _dead = [];
    private readonly TurnDispatcher _turns = (TurnDispatcher)System.Value.Dispatchers.Lookup(Turns);
    private readonly IActorRef _witness;
    private readonly IActorRef _desk;
    private object? _answer;

    public ActorWorld(IReadOnlyList<RecordedStage> setups)
    {
        _setups = setups;
        var diary = _diary;
        Action<object> take = answer => _answer ??= answer;
        _witness = System.Value.ActorOf(Props.Create(() => new Witness(diary)).WithDispatcher(Turns));
        _desk = System.Value.ActorOf(Props.Create(() => new Desk(take)).WithDispatcher(Turns));
        AwaitStart(_desk);
        AwaitStart(_witness);
    }

    public StageRecord Play(StageStep done)
    {
        _answer = null;
        var record = _diary.Close(Do(done));
        _dead.UnionWith(record.Exits.Keys);
        return record;
    }

    public void Dispose()
    {
        System.Value.Stop(_witness);
        System.Value.Stop(_desk);
        _turns.RunToTheEnd();
    }

    // The guardian above may still be starting them on a thread of its own; from then on all runs in turns.
    private void AwaitStart(IActorRef actor)
    {
        actor.Tell(new Identify(actor), _desk);
        SpinWait.SpinUntil(() =>
        {
            _turns.RunToTheEnd();
            return _answer is not null;
        });
        _answer = null;
    }

    private string Do(StageStep step)
    {
        var stage = step.Stage;
        return step.Does switch
        {
            "start" => Start(_setups.Single(one => one.Id == stage)),
            "alive" => _stages.ContainsKey(stage) && !_dead.Contains(stage) ? "true" : "false",
            "subscribe" => Subscribe(step, to => new MakeSubscription(to)),
            "async_subscribe" => Subscribe(step, to => new MakeSubscription(to)) is { Length: > 0 } ? "ok" : "",
            "resubscribe" => Subscribe(step, to => new StageOrder.Resubscribe(to, step.Old, step.Reason)),
            "queue" => Ask(stage, new StageOrder.Emit(step.Events)),
            "cast_queue" or "cast_range" => Tell(stage, "null", new StageOrder.Emit(step.Events)),
            "ask" => Tell(stage, "null", new StageOrder.AskFor(step.Subscription, (int)step.Count)),
            "cancel" => Tell(stage, "null", new StageOrder.CancelIt(step.Subscription, step.Reason)),
            "sync_info" => Ask(stage, new Inform(new StageOrder.Note(step.Message), IsAnswered: true)),
            "async_info" => Tell(stage, "ok", new Inform(new StageOrder.Note(step.Message))),
            "send" => Tell(stage, "null", new StageOrder.Note(step.Message)),
            "demand" => Tell(stage, "ok", new SetDemandMode(
                Words.Of<DemandMode>(step.Mode))),
            "get_demand" => Ask(stage, new GetDemandMode()),
            "estimate" => Ask(stage, new EstimateBuffered()),
            "stop" when IsSupervisor(stage) => Tell(stage, "ok", new ShutDown()),
            "stop" => Ask(stage, new StageOrder.Leave(step.Reason)),
            "self_stop" => Tell(stage, "null", new StageOrder.Leave(step.Reason)),
            "finish" => Tell(
                _nurseries[stage].Find(step.Event), "null", new RecordedChild.Finish(step.Reason)),
            "count_children" => Ask(stage, new CountChildren()),
            "start_child" => Ask(stage, new StartChild(_nurseries[stage].Make(step.Event) ?? Props.Empty)),
            "terminate_child" => Ask(stage, new TerminateChild(_nurseries[stage].Find(step.Event))),
            "emit_then_stop" => Tell(stage, "null", new StageOrder.EmitThenStop(step.Events, step.Reason)),
            "exit" => step.Reason == "kill" ? Tell(stage, "null", Kill.Instance) : "null",
            var other => throw new InvalidDataException($"Expected a step of a stage, got \"{other}\"."),
        };
    }

    private bool IsSupervisor(string stage) =>
        _setups.Single(one => one.Id == stage).Type == StageType.ConsumerSupervisor;

    private string Start(RecordedStage setup)
    {
        Props props;
        try
        {
            var nursery = _nurseries[setup.Id] = new(setup, _diary, Turns);
            props = PartyStages.Of(setup, _diary, nursery, request => SubscribeTo(request, request.To ?? ""));
        }
        catch (StageNotStartedException refused)
        {
            return $"error {refused.Message}";
        }

        _witness.Tell(new Witness.Start(props.WithDispatcher(Turns), setup.Id), _desk);
        _turns.RunToTheEnd();
        _stages[setup.Id] = (IActorRef)_answer!;
        return _diary.ExitOf(setup.Id) is { } reason ? $"error {reason}" : "ok";
    }

    private string Subscribe(StageStep step, Func<SubscribeTo, object> order)
    {
        try
        {
            return Ask(step.Stage, order(SubscribeTo(step.Request, step.To, step.Subscription)));
        }
        catch (ArgumentException)
        {
            return _dead.Contains(step.Stage) ? "exit noproc"
                : _setups.Single(one => one.Id == step.Stage).IsConsuming ? "error bad_opts"
                : "error not_a_consumer";
        }
    }

    private SubscribeTo SubscribeTo(SubscriptionRequest request, string producer, string? name = null)
    {
        if (request.IsWronglyTyped)
        {
            WrittenOptions.Check(request);
        }

        return new(
            _stages.GetValueOrDefault(producer, ActorRefs.Nobody),
            PartyOptions.Of(request.Options) with
            {
                MaxDemand = request.MaxDemand,
                MinDemand = request.GivenMinDemand,
                Cancel = Words.Of<CancelMode>(request.Cancel),
                Note = name ?? request.Name,
            });
    }

    private string Tell(string stage, string result, object message) => Tell(_stages[stage], result, message);

    private string Tell(IActorRef to, string result, object message)
    {
        to.Tell(message, ActorRefs.NoSender);
        _turns.RunToTheEnd();
        return result;
    }

    private string Ask(string stage, object message)
    {
        _stages[stage].Tell(message, _desk);
        _turns.RunToTheEnd();
        return _answer switch
        {
            null => $"exit {_diary.ExitOf(stage) ?? "noproc"}",
            DemandMode mode => mode.ToString().ToLowerInvariant(),
            ChildrenCounted count =>
                $"active {count.Active} specs {count.Specs} supervisors {count.Supervisors} workers {count.Workers}",
            ChildNotStarted => "error",
            ChildNotFound => "error not_found",
            BufferedEstimate estimate => $"{estimate.Count}",
            SubscriptionRejected rejected => $"error {PartySubject.NameOf(rejected.Refusal)}",
            Status.Failure { Cause: SubscriptionEndedException ended } => $"error {Reasons.KindOf(ended)}",
            Status.Failure { Cause: InvalidOperationException } => "error not_a_consumer",
            Status.Failure { Cause: ArgumentException } => "error bad_opts",
            Status.Failure { Cause: var error } => $"error {Reasons.KindOf(error)}",
            _ => "ok",
        };
    }
}
