using Party.Conformance.Deviations;

namespace Party.Conformance.Stages.Models;

/// <summary>GenStage's ConsumerSupervisor: one child for every event.</summary>
public sealed class SupervisorModel(RecordedStage setup, ModelWorld world) : ModelProcess(setup, world)
{
    /// <summary>How many restarts are too few for the supervisor to end.</summary>
    public const int DefaultMaxRestarts = 3;

    private readonly List<Child> _children = [];
    private readonly Dictionary<string, Source> _producers = [];
    private int _restarts;

    public override bool LogsItsEnd => false;

    public override void Start()
    {
        if (StartOptions.Fault(Setup, World.Switches) is { } fault)
        {
            throw new StageExitException(fault);
        }

        if (Setup.Text("restart") == "permanent")
        {
            throw new StageExitException("bad_opts");
        }

        foreach (var request in Setup.SubscribesTo)
        {
            if (SubscribeTo(request.To ?? "", request.Name, request, null) is { } failed)
            {
                throw new StageExitException(failed);
            }
        }
    }

    public override void Receive(Message message)
    {
        switch (message)
        {
            case Message.SubscribeTo to:
                if (SubscribeTo(to.To, to.Name, to.Request, to.Answer) is { } failed && to.Answer is not null)
                {
                    to.Answer.Text = $"error {failed}";
                }

                break;
            case Message.Events events when _producers.TryGetValue(events.Subscription, out var source):
                StartChildren(events, source);
                break;
            case Message.Events events:
                Tell(events.From, new Message.Cancel(Id, events.Subscription, "unknown_subscription"));
                break;
            case Message.Subscribed subscribed when _producers.ContainsKey(subscribed.Subscription):
                Begin(subscribed.Subscription);
                break;
            case Message.Rejected rejected:
                EndProducer(rejected.Subscription, rejected.Reason);
                break;
            case Message.Cancelled cancelled:
                EndProducer(cancelled.Subscription, cancelled.Reason);
                break;
            case Message.Down down:
                EndProducer(down.Subscription, down.Reason);
                break;
            case Message.CancelIt cancel:
                Tell(World.ProducerOf(cancel.Subscription), new Message.Cancel(Id, cancel.Subscription, cancel.Reason));
                break;
            case Message.AskFor { Count: > 0 } ask:
                Tell(World.ProducerOf(ask.Subscription), new Message.Ask(Id, ask.Subscription, ask.Count));
                break;
            case Message.ChildExit exit:
                EndChild(exit.Item, exit.Reason);
                break;
            case Message.CountChildren count:
                count.Answer.Text =
                    $"active {_children.Count} specs 1 supervisors 0 workers {_children.Count}";
                break;
            case Message.StartChild start:
                start.Answer.Text = StartChild(start.Item) ? "ok" : "error";
                if (start.Answer.Text == "ok")
                {
                    _children.Add(new(start.Item, null));
                }

                break;
            case Message.TerminateChild terminate:
                terminate.Answer.Text = Remove(terminate.Item) ? "ok" : "error not_found";
                break;
            case Message.Estimate estimate:
                estimate.Answer.Text = "0";
                break;
            case Message.StopIt stop:
                if (stop.Answer is not null)
                {
                    stop.Answer.Text = "ok";
                }

                throw new StageExitException(stop.Reason);
            case Message.ExitIt { Reason: "kill" }:
                throw new StageExitException("killed", isLogged: false);
        }
    }

    public override IEnumerable<string> TiesTo(string process) =>
        _producers.Where(one => one.Value.Process == process).Select(one => one.Key);

    private string? SubscribeTo(string producer, string name, SubscriptionRequest request, Reply? answer)
    {
        if (!request.IsValid)
        {
            return "bad_opts";
        }

        World.Remember(name, producer);
        if (!World.IsKnown(producer))
        {
            return request.Cancel == "temporary" ? null : throw new StageExitException("noproc");
        }

        if (!World.IsAlive(producer))
        {
            Tell(Id, new Message.Down(name, "noproc"));
        }

        Tell(producer, new Message.Subscribe(Id, name, request, null));
        _producers[name] = new(producer, name, request) { Answer = answer };
        if (!World.On(Switches.D10))
        {
            Begin(name);
        }

        return null;
    }

    private void Begin(string name)
    {
        var source = _producers[name];
        if (source.Answer is not null)
        {
            source.Answer.Text = "ok";
        }

        AskFor(source, source.Request.MaxDemand);
    }

    private void EndProducer(string name, string reason)
    {
        if (!_producers.Remove(name, out var source))
        {
            return;
        }

        if (source.Answer is { Text: null } waiting)
        {
            waiting.Text = $"error {reason}";
        }

        var isBenign = reason is "normal" or "shutdown" || reason.StartsWith("shutdown:", StringComparison.Ordinal);
        if (source.Request.Cancel == "permanent" || (source.Request.Cancel == "transient" && !isBenign))
        {
            throw new StageExitException(reason);
        }
    }

    private void StartChildren(Message.Events events, Source source)
    {
        source.Outstanding = Math.Max(0, source.Outstanding - events.Items.Length);
        source.Running += events.Items.Length;
        foreach (var item in events.Items)
        {
            if (StartChild(item))
            {
                _children.Add(new(item, source));
            }
            else
            {
                Free(source);
            }
        }

        AskAnew(source);
    }

    private static void Free(Source source)
    {
        source.Freed++;
        source.Running--;
    }

    private void AskAnew(Source source)
    {
        var (max, min) = (source.Request.MaxDemand, source.Request.MinDemand);
        if (!World.On(Switches.D9))
        {
            AskForFreed(source);
        }
        else if (source.Running + source.Outstanding <= min)
        {
            AskFor(source, max - source.Running - source.Outstanding);
        }
    }

    private bool StartChild(object item)
    {
        var isOdd = item is long number && number % 2 != 0;
        var does = Setup.Text("child");
        Log(isOdd && does == "ignore_odd" ? LogEntry.ChildIgnored()
            : isOdd && does == "fail_odd" ? LogEntry.ChildFailed(item)
            : LogEntry.ChildStarted(item));
        return !isOdd || does is not ("ignore_odd" or "fail_odd");
    }

    private void EndChild(object item, string reason)
    {
        var isBenign = reason is "normal" or "shutdown" || reason.StartsWith("shutdown:", StringComparison.Ordinal);
        if (Setup.Text("restart") != "transient" || isBenign)
        {
            Remove(item);
            return;
        }

        _restarts++;
        if (_restarts > (Setup.Option("max_restarts")?.GetInt32() ?? DefaultMaxRestarts))
        {
            Remove(item);
            throw new StageExitException("shutdown");
        }

        StartChild(item);
    }

    private bool Remove(object item)
    {
        var index = _children.FindIndex(child => Equals(child.Item, item));
        if (index < 0)
        {
            return false;
        }

        var source = _children[index].Source;
        _children.RemoveAt(index);
        if (source is not null)
        {
            Free(source);
            AskAnew(source);
        }

        return true;
    }

    private void AskForFreed(Source source)
    {
        if (source.Freed >= source.Request.MinDemand && source.Freed > 0)
        {
            AskFor(source, source.Freed);
        }
    }

    private void AskFor(Source source, long count)
    {
        source.Freed = 0;
        source.Outstanding += count;
        Tell(source.Process, new Message.Ask(Id, source.Name, count));
    }

    private sealed record Child(object Item, Source? Source);

    private sealed class Source(string process, string name, SubscriptionRequest request)
    {
        public string Process => process;

        public string Name => name;

        public SubscriptionRequest Request => request;

        public long Freed { get; set; }

        public long Running { get; set; }

        public long Outstanding { get; set; }

        public Reply? Answer { get; init; }
    }
}
