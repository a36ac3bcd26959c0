using Akka.Actor;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors.Draining;

/// <summary>Drains a pipeline once, upstream first, and tells of it whoever asks.</summary>
/// <remarks>
/// All stages are told first, so that none ends with its producers: whatever a producer says later lies behind that in
/// their mailboxes. Then each is drained when all that feed it have been, with what is left of the time. Nobody waits
/// for a stage that is still at work, but those it feeds. Past the deadline every stage gives up by itself; a second
/// later nobody is waited for.
/// </remarks>
internal sealed class PipelineDrain : ReceiveActor
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IActorRef, StageDrain> _stages;
    private readonly List<IActorRef> _askers = [];
    private readonly TaskCompletionSource<DrainReport> _last;
    private readonly TimeSpan _deadline;
    private readonly TimeSpan _begin = Context.System.Scheduler.MonotonicClock;
    private readonly Reminder _late = new(Context, "drain deadline");
    private readonly Reminder _tooLate = new(Context, "end of patience");
    private DrainReport? _report;
    private bool _isLate;
    private bool _isStopping;

    /// <summary>Drains stages.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <param name="last">
    /// Gets the report when the actor system ends, and with it this actor: whoever asks too late hears it here.
    /// </param>
    public PipelineDrain(
        IReadOnlyList<IActorRef> stages, TimeSpan deadline, TaskCompletionSource<DrainReport> last)
    {
        _last = last;
        _deadline = deadline;
        _stages = stages.ToDictionary(static stage => stage, static stage => new StageDrain(stage));
        Receive<Report>(_ => Answer(Sender));
        Receive<ReadyToDrain>(ready => On(ready));
        Receive<Drained>(drained => On(drained));
        Receive<ConsumerDrained>(drained => On(drained));
        Receive<ProducerStopped>(stopped => On(stopped));
        Receive<Terminated>(terminated => On(terminated.ActorRef));
        Receive<ActorIdentity>(identity => On(identity));
        Receive<GiveUp>(_ => BeLate());
        Receive<Reminder>(reminder => On(reminder));
    }

    /// <summary>Asks for the report, as soon as there is one.</summary>
    internal sealed record Report
    {
        public static Report Instance { get; } = new();
    }

    /// <summary>The time is up, whatever the deadline was.</summary>
    internal sealed record GiveUp
    {
        public static GiveUp Instance { get; } = new();
    }

    private TimeSpan Now => Context.System.Scheduler.MonotonicClock - _begin;

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(ProducerStopped));
        foreach (var stage in _stages.Keys)
        {
            Context.Watch(stage);
            stage.Tell(PrepareToDrain.Instance, Self);

            // Every actor answers this one; a stage answers the other one first.
            stage.Tell(new Identify(stage), Self);
        }

        if (_deadline != Timeout.InfiniteTimeSpan)
        {
            _late.PostIn(_deadline);
            _tooLate.PostIn(_deadline + Grace);
        }
    }

    // Where the actor system ends meanwhile, all stages end with it.
    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        foreach (var stage in _stages.Values.Where(static stage => stage.Result is null))
        {
            stage.Result = new(stage.Path, DrainOutcome.Gone) { Books = stage.LastBooks };
        }

        Finish();
        _last.TrySetResult(_report!);
    }

    private void On(ReadyToDrain ready)
    {
        if (_stages.TryGetValue(Sender, out var stage))
        {
            stage.Feeders = [.. ready.Producers.Where(_stages.ContainsKey)];
            GoOn();
        }
    }

    private void On(ActorIdentity identity)
    {
        if (identity.Subject is { } actor && _stages.TryGetValue(actor, out var stage) && stage.Feeders is null)
        {
            End(actor, new("", DrainOutcome.NoStage));
            FinishIfStopped();
        }
    }

    private void On(Drained drained) => End(Sender, new("", Outcome(drained.IsLate))
    {
        Books = drained.Books,
        Abandoned = drained.Abandoned,
    });

    private void On(ConsumerDrained drained) =>
        End(Sender, new("", Outcome(drained.IsLate)) { Unfinished = drained.Unfinished });

    private void On(ProducerStopped stopped)
    {
        if (_stages.TryGetValue(stopped.Producer, out var stage))
        {
            stage.LastBooks = stopped.Books;
        }
    }

    private void On(IActorRef gone)
    {
        if (_stages.TryGetValue(gone, out var stage))
        {
            stage.IsGone = true;
            End(gone, new("", DrainOutcome.Gone) { Books = stage.LastBooks });

            // A producer may have emitted between its answer and its end.
            stage.Result = stage.Result! with { Books = stage.LastBooks ?? stage.Result.Books };
            FinishIfStopped();
        }
    }

    private void On(Reminder reminder)
    {
        if (reminder == _late)
        {
            _isLate = true;
            GoOn();
        }
        else if (reminder == _tooLate)
        {
            foreach (var stage in _stages.Values.Where(static stage => stage.Result is null).ToList())
            {
                End(stage.Stage, new("", DrainOutcome.Silent));
            }

            Finish();
        }
    }

    private void BeLate()
    {
        if (_report is not null)
        {
            return;
        }

        _isLate = true;
        foreach (var stage in _stages.Values.Where(static stage => stage.Result is null))
        {
            stage.IsDraining = true;
            stage.Stage.Tell(new Drain(TimeSpan.Zero), Self);
        }

        _tooLate.PostIn(Grace);
    }

    private static DrainOutcome Outcome(bool isLate) =>
        isLate ? DrainOutcome.Abandoned : DrainOutcome.Drained;

    private void End(IActorRef stage, DrainedStage result)
    {
        if (_stages.TryGetValue(stage, out var ended) && ended.Result is null)
        {
            ended.Result = result with { Stage = ended.Path };
            GoOn();
        }
    }

    // Whoever is fed by nobody any more is next; where stages feed each other in a circle, all of them.
    private void GoOn()
    {
        var open = _stages.Values.Where(static stage => stage.Result is null).ToList();
        if (open.Count == 0)
        {
            StopAll();
            return;
        }

        var waiting = open.Where(static stage => !stage.IsDraining).ToList();
        var next = waiting.Where(stage => _isLate || IsFedByNobody(stage)).ToList();
        var isCircle = next.Count == 0 && open.All(static stage => stage is { IsDraining: false, Feeders: not null });
        foreach (var stage in isCircle ? waiting : next)
        {
            stage.IsDraining = true;
            stage.Stage.Tell(new Drain(Remaining), Self);
        }
    }

    private bool IsFedByNobody(StageDrain stage) =>
        stage.Feeders?.All(one => _stages[one].Result is not null) == true;

    private TimeSpan Remaining => _deadline == Timeout.InfiniteTimeSpan
        ? _deadline
        : TimeSpan.FromTicks(Math.Max(0, (_deadline - Now).Ticks));

    private void StopAll()
    {
        if (_isStopping)
        {
            return;
        }

        _isStopping = true;
        foreach (var stage in _stages.Values.Where(static stage => !stage.IsLeft))
        {
            stage.Stage.Tell(PoisonPill.Instance, Self);
        }

        FinishIfStopped();
    }

    private void FinishIfStopped()
    {
        if (_isStopping && _stages.Values.All(static stage => stage.IsLeft))
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (_report is not null)
        {
            return;
        }

        _report = new([.. _stages.Values.Select(static stage => stage.Result!)], Now);
        foreach (var asker in _askers)
        {
            asker.Tell(_report, Self);
        }

        _askers.Clear();
    }

    private void Answer(IActorRef asker)
    {
        if (_report is { } report)
        {
            asker.Tell(report, Self);
        }
        else
        {
            _askers.Add(asker);
        }
    }
}
