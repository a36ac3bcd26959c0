using System.Collections.Immutable;
using Party.Conformance.Deviations;
using Party.Conformance.Recordings;

namespace Party.Conformance.Stages.Models;

/// <summary>
/// A little world of processes with a mailbox each, one scheduler for them all: whose turn it is empties its mailbox.
/// </summary>
public sealed class ModelWorld(ImmutableArray<RecordedStage> setups, Switches switches) : IStageWorld
{
    private const string Supervisor = "";

    private readonly Dictionary<string, ModelProcess> _alive = [];
    private readonly HashSet<string> _dead = [];
    private readonly Dictionary<string, List<Message>> _mail = [];
    private readonly List<string> _turns = [];
    private readonly Dictionary<string, StageExitException> _failing = [];
    private readonly Dictionary<string, List<string>> _log = [];
    private readonly Dictionary<string, string> _exits = [];
    private readonly Dictionary<string, string> _producerOf = [];

    public bool On(Switches one) => switches.HasFlag(one);

    public Switches Switches => switches;

    public bool IsAlive(string process) => _alive.ContainsKey(process);

    /// <summary>Whether it was alive once.</summary>
    public bool IsKnown(string process) => IsAlive(process) || _dead.Contains(process);

    public RecordedStage SetupOf(string process) => setups.Single(one => one.Id == process);

    public void Log(string process, string entry)
    {
        _log.TryAdd(process, []);
        _log[process].Add(entry);
    }

    public void Tell(string process, Message message)
    {
        _mail.TryAdd(process, []);
        _mail[process].Add(message);
        if (!_turns.Contains(process) && !_failing.ContainsKey(process))
        {
            _turns.Add(process);
        }
    }

    /// <summary>Which producer a subscription was made with; the driver asks and cancels by name.</summary>
    public void Remember(string subscription, string producer) => _producerOf[subscription] = producer;

    public string ProducerOf(string subscription) => _producerOf.GetValueOrDefault(subscription, "");

    public StageRecord Play(StageStep done)
    {
        var result = Do(done);
        var record = new StageRecord(
            result,
            _log.ToImmutableSortedDictionary(
                one => one.Key, ImmutableArray<string> (one) => [.. one.Value], StringComparer.Ordinal),
            _exits.ToImmutableSortedDictionary(StringComparer.Ordinal));
        _log.Clear();
        _exits.Clear();
        return record;
    }

    private string Do(StageStep step)
    {
        var stage = step.Stage;
        return step.Does switch
        {
            "start" => Start(SetupOf(stage)),
            "alive" => IsAlive(stage) ? "true" : "false",
            "subscribe" => Call(stage, reply =>
                new Message.SubscribeTo(step.To, step.Subscription, step.Request, null, reply)),
            "async_subscribe" => Cast(stage, "ok",
                new Message.SubscribeTo(step.To, step.Subscription, step.Request, null, null)),
            "resubscribe" => Call(stage, reply => new Message.SubscribeTo(
                step.To, step.Subscription, step.Request, (step.Old, step.Reason), reply)),
            "queue" => Call(stage, reply => new Message.Emit(step.Events, reply)),
            "cast_queue" or "cast_range" => Cast(stage, "null", new Message.Emit(step.Events, null)),
            "ask" => Cast(stage, "null", new Message.AskFor(step.Subscription, step.Count)),
            "cancel" => Cast(stage, "null", new Message.CancelIt(step.Subscription, step.Reason)),
            "sync_info" => Call(stage, reply => new Message.Inform(step.Message, reply)),
            "async_info" => Cast(stage, "ok", new Message.Inform(step.Message, null)),
            "send" => Cast(stage, "null", new Message.Plain(step.Message)),
            "demand" => Cast(stage, "ok", new Message.SetDemand(step.Mode)),
            "get_demand" => Call(stage, reply => new Message.GetDemand(reply)),
            "estimate" => Call(stage, reply => new Message.Estimate(reply)),
            "stop" => Call(stage, reply => new Message.StopIt(RecordedReason.KindOf(step.Reason), reply)),
            "self_stop" => Cast(stage, "null", new Message.StopIt(RecordedReason.KindOf(step.Reason), null)),
            "exit" => Cast(stage, "null", new Message.ExitIt(step.Reason)),
            "emit_then_stop" => Cast(stage, "null", new Message.EmitThenStop(step.Events, step.Reason)),
            "finish" => Cast(stage, "null", new Message.ChildExit(step.Event, step.Reason)),
            "count_children" => Call(stage, reply => new Message.CountChildren(reply)),
            "start_child" => Call(stage, reply => new Message.StartChild(step.Event, reply)),
            "terminate_child" => Call(stage, reply => new Message.TerminateChild(step.Event, reply)),
            var other => throw new InvalidDataException($"Expected a step of a stage, got \"{other}\"."),
        };
    }

    private string Start(RecordedStage setup)
    {
        ModelProcess process = setup.Type == StageType.ConsumerSupervisor
            ? new SupervisorModel(setup, this)
            : new StageModel(setup, this);
        _alive[setup.Id] = process;
        try
        {
            process.Start();
        }
        catch (StageExitException exit)
        {
            _alive.Remove(setup.Id);
            _dead.Add(setup.Id);
            RunToTheEnd();
            return $"error {exit.Message}";
        }

        RunToTheEnd();
        return "ok";
    }

    private string Cast(string process, string result, Message message)
    {
        Tell(process, message);
        RunToTheEnd();
        return result;
    }

    private string Call(string process, Func<Reply, Message> ask)
    {
        if (!IsAlive(process))
        {
            return "exit noproc";
        }

        var reply = new Reply();
        Tell(process, ask(reply));
        RunToTheEnd();
        return reply.Text ?? $"exit {_exits.GetValueOrDefault(process, "noproc")}";
    }

    private void RunToTheEnd()
    {
        while (_turns.Count > 0)
        {
            var turn = _turns[0];
            if (turn == Supervisor)
            {
                _turns.Remove(turn);
                _turns.AddRange(_failing.Keys.Where(process => !_turns.Contains(process)));
                continue;
            }

            if (_failing.Remove(turn, out var failure))
            {
                End(_alive[turn], failure);
            }

            while (_mail[turn].Count > 0 && !_failing.ContainsKey(turn))
            {
                var message = _mail[turn][0];
                _mail[turn].RemoveAt(0);
                if (_alive.TryGetValue(turn, out var process))
                {
                    Deliver(process, message);
                }
            }

            _turns.Remove(turn);
        }
    }

    private string Heard(string reason) => reason == "killed" && On(Switches.A1) ? "shutdown" : reason;

    private void Deliver(ModelProcess process, Message message)
    {
        try
        {
            process.Receive(message);
        }
        catch (StageExitException exit)
        {
            if (exit.IsFailure && On(Switches.A2))
            {
                // The supervisor has a turn, in which it decides, and then the process another, in which it ends.
                _failing[process.Id] = exit;
                _turns.Add(Supervisor);
            }
            else
            {
                End(process, exit);
            }
        }
    }

    private void End(ModelProcess process, StageExitException exit)
    {
        if (exit.IsLogged && process.LogsItsEnd)
        {
            Log(process.Id, LogEntry.Terminated(exit.Message));
        }

        _alive.Remove(process.Id);
        _dead.Add(process.Id);
        _exits[process.Id] = exit.Message;
        foreach (var other in _alive.Values)
        {
            foreach (var subscription in other.TiesTo(process.Id).ToList())
            {
                Tell(other.Id, new Message.Down(subscription, Heard(exit.Message)));
            }
        }
    }
}
