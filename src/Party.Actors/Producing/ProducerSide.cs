using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>
/// The producing side of a stage: takes the protocol's messages, asks the ledger, and carries out its answer.
/// </summary>
/// <remarks>
/// It belongs to the stage's reference, not to the actor behind it: it outlives a restart, with every subscription, all
/// demand, and every event that is parked or owed.
/// </remarks>
internal sealed partial class ProducerSide<TEvent>(IActorContext context, ProducerOptions<TEvent> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConsumerLinks _links = new();
    private readonly ProducerLog<TEvent> _log = new(context.GetLogger());
    private readonly Drainage _drainage = new(context);
    private readonly Reminder _ask = new(context, "ask");
    private readonly Reminder _fold = new(context, "enter what was requested");
    private readonly Reminder _askAgain = new(context, "ask again");
    private readonly Reminder _patience = new(context, "somebody is missing");
    private readonly Queue<Action> _later = [];
    private readonly IActorRef _self = context.Self;
    private Action<ConsumerLink>? _end;
    private IProducerHandler? _handler;
    private Emitted<TEvent> _emitted = new();
    private Emitted<TEvent> _spare = new();

    // The request at hand, once it is met: given back when the stage is done with it, and not if that fails.
    private Request? _met;
    private bool _isCollecting;
    private bool _isFlushing;

    // The partition whose consumer has been missed lately, or −1.
    private int _missed = -1;

    /// <summary>The books.</summary>
    public ProducerLedger<TEvent> Ledger { get; } = new(options.Dispatcher, options.Buffer ?? new())
    {
        Mode = options.DemandMode,
    };

    /// <summary>Whether the stage is asked for nothing any more.</summary>
    public bool IsDraining => _drainage.HasBegun;

    /// <summary>
    /// Whether all that was emitted was handled, but for what waits where no consumer is.
    /// </summary>
    public bool IsAtItsEnd => Ledger.IsFlushed && !Ledger.IsUnconfirmed;

    /// <summary>The stage's actor is another one from now on. What it owes, it has forgotten.</summary>
    public void Restart(IProducerHandler handler)
    {
        Start(handler);
        _drainage.Unsettle();
        _askAgain.Post();
    }

    /// <summary>The stage's actor.</summary>
    public void Start(IProducerHandler handler) => _handler = handler;

    /// <summary>The stage has told itself to stop: it is called no more, not even for the message at hand.</summary>
    public void Hush() => _handler = null;

    /// <summary>Takes a message, if it is one of the protocol.</summary>
    public bool TryReceive(object message, IActorRef sender)
    {
        if (IsChanging)
        {
            Ledger.Now = Now;
        }

        switch (message)
        {
            case Request request:
                On(request, sender);
                return true;
            case Confirm confirm when _links.Find(sender, confirm.Id) is { } link:
                On(confirm, link);
                return true;
            case Reject reject:
                On(reject, sender);
                return true;
            case Reminder reminder:
                On(reminder);
                return true;
            case Subscribe subscribe:
                On(subscribe, sender);
                return true;
            case Cancel cancel:
                On(cancel, sender);
                return true;
            case Inform inform:
                Inform(inform.Message);
                if (inform.IsAnswered)
                {
                    sender.Tell(Informed.Instance, _self);
                }

                return true;
            case Ending ending:
                On(ending);
                return true;
            case SetDemandMode change:
                Change(IsDraining ? DemandMode.Forward : change.Mode);
                return true;
            case GetDemandMode:
                sender.Tell(Ledger.Mode, _self);
                return true;
            case ChangePartitions change:
                On(change, sender);
                return true;
            case PausePartition pause:
                Change(pause.Partition, isPaused: true, sender);
                return true;
            case ResumePartition resume:
                Change(resume.Partition, isPaused: false, sender);
                return true;
            case BeginWatch begin:
                On(begin);
                return true;
            case EstimateBuffered:
                sender.Tell(new BufferedEstimate(Ledger.Waiting), _self);
                return true;
            case PrepareToDrain:
                sender.Tell(new ReadyToDrain([]), _self);
                return true;
            case Drain drain:
                On(drain, sender);
                return true;
            case Terminated { ActorRef: var gone } when TryForget(gone):
                return true;
            default:
                return message is Confirm;
        }
    }

    /// <summary>Takes a message that is meant for a consumer: it is said, and ignored.</summary>
    public bool TryRefuse(object message, IActorRef sender)
    {
        if (message is Events or Subscribed or SubscriptionRejected or Cancelled or SayWhenHandled or MakeSubscription
            or EndSubscription)
        {
            _log.Misdirected(message, sender);
            if (message is MakeSubscription)
            {
                sender.Tell(new Status.Failure(WrongRole.OnlyProduces(_self)), _self);
            }

            return true;
        }

        return false;
    }

    /// <summary>The stage stops: every subscription ends, and what was not handed on is lost, and said so.</summary>
    public void Stop(EndReason reason)
    {
        foreach (var link in _links.All)
        {
            link.Consumer.Tell(new Cancelled(link.Id, reason, IsDown: true), _self);
        }

        if (_broken is null && Ledger.CheckAll() is { } broken)
        {
            Report(broken);
        }

        ForgetChanges();
        var books = Ledger.Balance();
        _log.Stopped(books, reason, IsDraining);
        context.System.EventStream.Publish(new ProducerStopped(_self, books));
        Publish(hasStopped: true);
        StageSystem.Of(context.System).Close(_self);
    }

    private void On(Request request, IActorRef sender)
    {
        if (_links.Find(sender, request.Id) is not { } link)
        {
            // Once a drain has abandoned what was on its way, requests cross with that.
            if (!IsDraining)
            {
                _log.UnknownSubscription(request, sender, _links.Of(sender));
            }

            sender.Tell(new Cancelled(request.Id, EndReason.Failure("unknown subscription")), _self);
        }
        else if (request.Count < 1)
        {
            _log.NoDemand(request, link);
        }
        else
        {
            Ledger.Confirm(link, request.Confirmed);
            GiveUpOnOthersOf(link);
            Enter(request, link);
            _met = request;
        }
    }

    // Where others may ask as well, what they have asked already is entered with it.
    private void Enter(Request request, ConsumerLink link)
    {
        if (options.FoldRequests && Ledger.IsFolding && !IsChanging)
        {
            Ledger.Fold(link, request.Count, request.Total);
            _fold.Post();
        }
        else
        {
            Carry(Ledger.Request(link, request.Count, request.Total));
            Advance();
        }
    }

    private void Unfold()
    {
        if (Ledger.TryUnfold(out var dispatch))
        {
            Carry(dispatch);
        }
    }

    // What is confirmed makes room for demand that had to wait, lets others have its key, and lets a drain go on.
    private void On(Confirm confirm, ConsumerLink link)
    {
        Ledger.Confirm(link, confirm.UpTo, confirm.Ahead);
        if (link.IsRetained || Ledger.Seating == Seating.Keyed || Ledger.IsChanging)
        {
            Advance();
        }
    }

    private void On(Reject reject, IActorRef sender)
    {
        if (_links.Find(sender, reject.Id) is { } link && Ledger.TryReject(link, reject.Number))
        {
            Advance();
        }
        else
        {
            _log.NotInFlight(reject, sender);
        }
    }

    // After every step: what waits is served first, then the producer is asked, or the drain goes on.
    private void Advance()
    {
        Serve();
        if (IsChanging)
        {
            GoOnChanging();
        }

        if (!_askAgain.IsPosted)
        {
            // Else all that is owed is asked for in a moment, and this would be asked for twice.
            Produce(Ledger.Ask());
        }

        if (IsDraining)
        {
            _drainage.Advance(Ledger, _links, _handler, _end ??= End);
        }

        EndIfConfirmed();
        CheckLaws();
    }

    /// <summary>A handler has ended: callbacks that waited for that, and what else there is to do.</summary>
    public void GoOn()
    {
        CallLater();
        Advance();
    }

    /// <summary>What the stage still owes is to be asked for again.</summary>
    public void AskAgain() => _askAgain.Post();

    /// <summary>Goes on with a drain of the pipeline, since what comes in may have come to its end.</summary>
    public void GoOnDraining()
    {
        if (!IsDraining)
        {
            _drainage.Settle(_handler);
            if (!_drainage.IsSettled)
            {
                return;
            }

            // Whoever comes next may keep events back until no more come in, which those that fed this stage wait for.
            Ledger.Drain();
            _drainage.Begin();
        }

        Advance();
    }

    // A consumer may be late, above all at the start; only one that stays away is worth a word.
    private void Miss(int partition)
    {
        if (partition >= 0 && partition != _missed)
        {
            _patience.PostIn(Patience);
        }

        _missed = partition;
    }

    private void On(Reminder reminder)
    {
        if (reminder == _snapshot)
        {
            PublishDue();
            return;
        }

        reminder.Arrived();
        if (reminder == _fold)
        {
            // Before anything of the stage's own can fail: nobody would ask for this once more.
            Unfold();
        }

        CallLater();
        if (reminder == _askAgain)
        {
            Produce(Ledger.AskAgain());
        }
        else if (reminder == _drainage.Deadline)
        {
            Abandon();
        }
        else if (reminder == _moveDeadline)
        {
            Ledger.GiveUpWaiting();
        }
        else if (reminder == _patience && _missed >= 0 && _missed == Ledger.WaitsForConsumerOf)
        {
            _log.Misses(Ledger.Partitions[_missed], Patience);
        }

        Advance();
    }

    private void On(Drain drain, IActorRef sender)
    {
        Ledger.Drain();
        _drainage.Begin(sender);
        if (drain.Deadline != Timeout.InfiniteTimeSpan)
        {
            _drainage.Deadline.PostIn(drain.Deadline);
        }

        Change(DemandMode.Forward);
    }
}
