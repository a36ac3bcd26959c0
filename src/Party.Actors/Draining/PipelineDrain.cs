using Akka.Actor;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors.Draining;

/// <summary>Drains a pipeline once, upstream first, and tells of it whoever asks.</summary>
/// <remarks>
/// All stages are told first, so that none ends with its producers: whatever a producer says later lies behind that in
/// their mailboxes. Then each is drained when all that feed it have been, with what is left of the time. Nobody waits
/// for a stage that is still at work, but those it feeds. Past the deadline every stage gives up by itself; a second
/// later nobody is waited for. Each answer costs what it changes, however many stages there are: they are counted, and
/// one is looked at again only when the feeder it waits for has ended.
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

    // Stages without a result: all of them, those that have not answered, and those that were told to drain.
    private int _open;
    private int _unknown;
    private int _draining;

    // Stages that have stopped, or are not the pipeline's to stop.
    private int _left;
    private DrainReport? _report;
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
        _open = _unknown = _stages.Count;
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
            if (stage is { Result: null, Feeders: null })
            {
                _unknown--;
            }

            stage.Feeders = [.. Known(ready.Producers)];
            Look(stage);
            GoOn();
        }
    }

    private IEnumerable<StageDrain> Known(IEnumerable<IActorRef> actors)
    {
        foreach (var actor in actors)
        {
            if (_stages.TryGetValue(actor, out var stage))
            {
                yield return stage;
            }
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
            if (!stage.IsLeft)
            {
                _left++;
            }

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
            DrainAllWaiting();
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

        foreach (var stage in _stages.Values.Where(static stage => stage.Result is null))
        {
            Drain(stage, TimeSpan.Zero);
        }

        _tooLate.PostIn(Grace);
    }

    private static DrainOutcome Outcome(bool isLate) =>
        isLate ? DrainOutcome.Abandoned : DrainOutcome.Drained;

    private void End(IActorRef actor, DrainedStage result)
    {
        if (!_stages.TryGetValue(actor, out var stage) || stage.Result is not null)
        {
            return;
        }

        var wasLeft = stage.IsLeft;
        stage.Result = result with { Stage = stage.Path };
        _left += stage.IsLeft && !wasLeft ? 1 : 0;
        _open--;
        _unknown -= stage.Feeders is null ? 1 : 0;
        _draining -= stage.IsDraining ? 1 : 0;
        foreach (var fed in stage.TakeWaiting())
        {
            Look(fed);
        }

        GoOn();
    }

    // Whoever is fed by nobody any more is next.
    private void Look(StageDrain stage)
    {
        if (stage is { Result: null, IsDraining: false } && stage.IsFedByNobody())
        {
            Drain(stage, Remaining);
        }
    }

    // Where all that are left feed each other in a circle, all of them are next.
    private void GoOn()
    {
        if (_open == 0)
        {
            StopAll();
        }
        else if (_draining == 0 && _unknown == 0)
        {
            DrainAllWaiting();
        }
    }

    private void DrainAllWaiting()
    {
        foreach (var stage in _stages.Values.Where(static stage => stage is { Result: null, IsDraining: false }))
        {
            Drain(stage, Remaining);
        }
    }

    private void Drain(StageDrain stage, TimeSpan deadline)
    {
        _draining += stage.IsDraining ? 0 : 1;
        stage.IsDraining = true;
        stage.Stage.Tell(new Drain(deadline), Self);
    }

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
        if (_isStopping && _left == _stages.Count)
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
