using Akka.Actor.Hosting;
using Akka.Actor.References;
using Akka.Dispatch;
using Akka.Dispatch.Mailing;
using Akka.Event;

namespace Akka.Actor.Cells;

/// <summary>One actor's life: instance, mailbox, children, watchers and failures, through all restarts.</summary>
/// <remarks>
/// At most one thread at a time is inside a cell; the mailbox sees to that. This part handles messages.
/// </remarks>
internal sealed partial class ActorCell
{
    [ThreadStatic]
    private static ActorCell? CurrentOnThread;

    private readonly LocalActorRef _self;
    private readonly Mailbox _mailbox;

    private Children? _children;
    private ActorBase? _actor;
    private Behaviors _behaviors;
    private Envelope _envelope;
    private ActorTaskScheduler? _tasks;
    private ReceiveTimer? _silence;
    private CellStash? _stash;
    private CellTimers? _timers;

    public ActorCell(
        EmbeddedActorSystem system,
        LocalActorRef self,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType? mailboxType,
        IInternalActorRef parent)
    {
        System = system;
        _self = self;
        Props = props;
        Dispatcher = dispatcher;
        Parent = parent;
        _mailbox = new(this, system.Parts.Queue(self, mailboxType?.Create(self, system)));
    }

    /// <summary>The cell whose actor runs on this thread; null outside of actors.</summary>
    public static ActorCell? Current
    {
        get => CurrentOnThread;
        set => CurrentOnThread = value;
    }

    public EmbeddedActorSystem System { get; }

    public IInternalActorRef Parent { get; }

    public MessageDispatcher Dispatcher { get; }

    public Props Props { get; }

    /// <summary>Made when they are first asked for: most actors never have any.</summary>
    public Children Children =>
        Volatile.Read(ref _children) ?? Interlocked.CompareExchange(ref _children, new(), null) ?? _children;

    public Mailbox Mailbox => _mailbox;

    /// <summary>The present instance; null before the first, and after the last.</summary>
    public ActorBase? Actor => _actor;

    /// <summary>Counts messages, so that a stash knows whether it has seen this one.</summary>
    public long Turn { get; private set; }

    /// <summary>Whether the event stream has to be told when the actor ends.</summary>
    public bool IsSubscribed { get; set; }

    public Envelope CurrentEnvelope => _envelope;

    /// <summary>The message being handled or awaited; null between messages.</summary>
    public object? CurrentMessage => _envelope.Message;

    public ActorTaskScheduler TaskScheduler => _tasks ??= new(this);

    /// <summary>Whether a handler of the actor awaits something.</summary>
    public bool IsAwaiting => _tasks is { IsAwaiting: true };

    /// <summary>Called by the constructor of the actor: its behaviours begin with its own.</summary>
    public void BeginWith(Receive first) => _behaviors = new(first);

    /// <summary>Lets the mailbox run for the first time.</summary>
    public void Start()
    {
        Dispatcher.Attach(this);
        _mailbox.Schedule();
    }

    public void Post(object message, IActorRef? sender) => _mailbox.Post(message, sender ?? System.DeadLetters);

    /// <summary>Handles one user message.</summary>
    public void Invoke(Envelope envelope)
    {
        _envelope = envelope;
        Turn++;
        if (_silence is not null && envelope.Message is not INotInfluenceReceiveTimeout)
        {
            _silence.Stop();
        }

        try
        {
            Deliver(envelope.Message);
        }
        catch (Exception error)
        {
            Fail(error);
        }

        EndTurn();
    }

    /// <summary>Fails in a message that the actor does not get to see.</summary>
    public void Fail(Envelope envelope, Exception error)
    {
        _envelope = envelope;
        Turn++;
        Fail(error);
        EndTurn();
    }

    /// <summary>Leaves the current message, unless a handler still awaits or a restart will ask for it.</summary>
    public void EndTurn()
    {
        if (IsAwaiting)
        {
            return;
        }

        _silence?.Resume();
        if (_failure is null)
        {
            _envelope = default;
        }
    }

    /// <summary>Handles one message outside of the mailbox; what the actor throws comes out.</summary>
    public void InvokeNow(Envelope envelope)
    {
        var outer = Current;
        var interrupted = _envelope;
        (Current, _envelope) = (this, envelope);
        Turn++;
        try
        {
            Deliver(envelope.Message);
        }
        finally
        {
            Current = outer;
            if (!IsAwaiting)
            {
                _envelope = interrupted;
            }
        }
    }

    /// <summary>Makes a dead letter of a message that came too late.</summary>
    /// <remarks>
    /// Not of a dead letter, though: the actor may have subscribed to them, and would get that one too.
    /// </remarks>
    public void Bury(Envelope envelope)
    {
        if (envelope.Message is not DeadLetter)
        {
            System.DeadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender, _self), envelope.Sender);
        }
    }

    /// <summary>Puts a message before all others.</summary>
    public void PutBack(Envelope envelope)
    {
        if (envelope.Message is Terminated terminated)
        {
            Deaths.AnnounceAgain(terminated.ActorRef);
        }

        _mailbox.PostFirst(envelope);
    }

    // Everything but the last case is a message that the runtime itself handles. All of them are sealed types, so this
    // is a few comparisons.
    private void Deliver(object message)
    {
        switch (message)
        {
            case TimerMessage timer:
                DeliverTimer(timer);
                break;
            case Terminated terminated:
                DeliverTerminated(terminated);
                break;
            case PoisonPill:
                LogAutoReceive();
                _self.Stop();
                break;
            case Kill:
                LogAutoReceive();
                throw new ActorKilledException(nameof(Kill));
            case Identify identify:
                LogAutoReceive();
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
            default:
                Receive(message);
                break;
        }
    }

    private void Receive(object message) => _actor?.AroundReceive(_behaviors.Current, message);

    private void DeliverTimer(TimerMessage timer)
    {
        if (timer.Owner == _timers && _timers.Accept(timer))
        {
            _envelope = new(timer.Message, _envelope.Sender);
            Deliver(timer.Message);
        }
    }

    private void DeliverTerminated(Terminated terminated)
    {
        LogAutoReceive();
        if (_deaths?.Deliver(terminated) is { } message)
        {
            _envelope = new(message, _envelope.Sender);
            Receive(message);
        }
    }

    private void LogAutoReceive()
    {
        if (System.Settings.DebugAutoReceive)
        {
            LogDebug($"received AutoReceiveMessage {_envelope.Message}");
        }
    }

    private void LogDebug(string message, Type? type = null) => System.EventStream.Publish(
        new Debug(_self.Path.ToString(), type ?? _actor?.GetType() ?? Props.Type, message));
}
