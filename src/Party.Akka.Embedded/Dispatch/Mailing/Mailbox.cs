using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Dispatch.Executing;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SystemMessages;

namespace Akka.Dispatch.Mailing;

/// <summary>An actor's mailbox, and the piece of work that a thread dispatcher runs for it.</summary>
/// <remarks>
/// One word holds its status: scheduled (at most one thread runs it), closed, and how often it is suspended. Whoever
/// turns "not scheduled" into "scheduled" owns the mailbox, and hands it to the thread dispatcher; its run ends by
/// turning that back.
/// </remarks>
internal sealed class Mailbox : IRunnable
{
    private const int Scheduled = 1;
    private const int Closed = 2;
    private const int OneSuspension = 4;

    private readonly ActorCell _cell;

    // Null for the default mailbox, whose queue is part of this object.
    private readonly IMessageQueue? _configured;

    // The message that found the mailbox idle, older than all that are queued. Only the owner touches it.
    private Envelope _handed;

    private EnvelopeQueue _queue;
    private SystemMessageList _system;
    private int _status;

    // What the actor put back to be handled first. Only the owner touches it.
    private Stack<Envelope>? _front;

    /// <summary>An open mailbox that holds the order to create the actor.</summary>
    public Mailbox(ActorCell cell, IMessageQueue? configured)
    {
        _cell = cell;
        _configured = configured;
        _system.TryPush(new Create());
    }

    public bool IsClosed => (Volatile.Read(ref _status) & Closed) != 0;

    public bool IsSuspended => Volatile.Read(ref _status) >= OneSuspension;

    public IMessageQueue? Configured => _configured;

    public ActorCell Cell => _cell;

    /// <summary>How many of those it wakes up the thread leaves to others, since the actor was found slow.</summary>
    public int SlowHandovers { get; set; }

    /// <summary>Messages that wait to be handled. A snapshot, unless the actor itself asks.</summary>
    public int Count =>
        (_front?.Count ?? 0) + (_handed.Message is null ? 0 : 1) + (_configured?.Count ?? _queue.Count);

    // Open, neither scheduled nor suspended.
    private bool IsIdle => Volatile.Read(ref _status) == 0;

    private bool HasMessages =>
        _front is { Count: > 0 } || _handed.Message is not null || (_configured?.HasMessages ?? !_queue.IsEmpty);

    /// <summary>Appends a user message; a closed mailbox makes it a dead letter.</summary>
    public void Post(object message, IActorRef sender)
    {
        if (IsClosed)
        {
            _cell.Bury(new(message, sender));
            return;
        }

        if (_configured is not null)
        {
            _configured.Enqueue(_cell.Self, new(message, sender));
            Schedule();
        }
        else if (IsIdle && TryOwn(0))
        {
            // Nobody else takes messages now. So where none waits this one needs no place in the queue, which would
            // cost more than all the rest.
            if (_queue.IsEmpty)
            {
                _handed = new(message, sender);
            }
            else
            {
                _queue.Enqueue(message, sender);
            }

            _cell.Dispatcher.Execute(this);
        }
        else
        {
            _queue.Enqueue(message, sender);
            Schedule();
        }
    }

    /// <summary>Puts a message before all others. Only for the actor itself.</summary>
    public void PostFirst(Envelope envelope) => (_front ??= new()).Push(envelope);

    /// <summary>Appends a system message; a closed mailbox answers in the name of the dead actor.</summary>
    public void Post(SystemMessage message)
    {
        if (_system.TryPush(message))
        {
            Schedule();
        }
        else
        {
            DeadSystemMessages.Bury(message);
        }
    }

    /// <summary>Only for the actor itself.</summary>
    public void Suspend() => Interlocked.Add(ref _status, OneSuspension);

    /// <summary>Takes back one suspension, if there is one. Only for the actor itself.</summary>
    public void Resume()
    {
        if (IsSuspended)
        {
            Interlocked.Add(ref _status, -OneSuspension);
        }
    }

    /// <summary>Lets nothing in any more; what is left becomes dead letters. Only for the actor itself.</summary>
    public void Close()
    {
        Interlocked.Or(ref _status, Closed);
        DeadSystemMessages.BuryAll(_system.Close());
        BuryMessages();
    }

    /// <summary>Hands the mailbox to its dispatcher, if it has something to do and nobody did so before.</summary>
    public void Schedule()
    {
        var status = Volatile.Read(ref _status);
        while (CanRun(status))
        {
            if (!TryOwn(status))
            {
                status = Volatile.Read(ref _status);
            }
            else if ((status & Closed) != 0)
            {
                // A sender that was still in the middle of Post when the mailbox closed: the dispatcher may be gone by
                // now.
                BuryMessages();
                Release();
                return;
            }
            else
            {
                _cell.Dispatcher.Execute(this);
                return;
            }
        }
    }

    /// <summary>Handles system messages, and user messages up to the throughput of the thread dispatcher.</summary>
    public void Run() => Run(_cell.Dispatcher.Throughput, null);

    /// <summary>Handles system messages, and at most so many user messages, as the witness, if any, says.</summary>
    public void Run(int throughput, IWitness? witness)
    {
        var outer = ActorCell.Current;
        ActorCell.Current = _cell;
        try
        {
            HandleSystemMessages();
            if (witness is null)
            {
                HandleMessages(throughput);
            }
            else
            {
                HandleMessages(throughput, witness);
            }
        }
        finally
        {
            ActorCell.Current = outer;
            Release();
        }
    }

    void IThreadPoolWorkItem.Execute() => PoolThread.Run(this);

    private void HandleAs(Treatment treatment, Envelope envelope)
    {
        switch (treatment)
        {
            case { Failure: { } error }:
                _cell.Fail(envelope, error);
                break;
            case { IsPutBack: true }:
                PostFirst(envelope);
                break;
            default:
                _cell.Invoke(envelope);
                break;
        }
    }

    private void HandleMessages(int throughput)
    {
        while (throughput-- > 0 && Volatile.Read(ref _status) < Closed && Take() is { Message: not null } envelope)
        {
            _cell.Invoke(envelope);
            HandleSystemMessages();
        }
    }

    private void HandleMessages(int throughput, IWitness witness)
    {
        while (throughput-- > 0 && Volatile.Read(ref _status) < Closed && Take() is { Message: not null } envelope)
        {
            HandleAs(witness.Judge(_cell, envelope), envelope);
            HandleSystemMessages();
        }
    }

    private void HandleSystemMessages()
    {
        while (_system.TakeAll() is { } messages)
        {
            _cell.Invoke(messages);
        }
    }

    // An envelope without a message where there is none.
    private Envelope Take()
    {
        if (_front is not null && _front.TryPop(out var envelope))
        {
            return envelope;
        }

        if (_handed.Message is not null)
        {
            envelope = _handed;
            _handed = default;
            return envelope;
        }

        if (_configured is null)
        {
            return _queue.Take();
        }

        return _configured.TryDequeue(out envelope) ? envelope : default;
    }

    private bool TryOwn(int status) =>
        Interlocked.CompareExchange(ref _status, status | Scheduled, status) == status;

    // The order matters: first give the mailbox free, then look whether something came in meanwhile.
    private void Release()
    {
        Interlocked.And(ref _status, ~Scheduled);
        Schedule();
    }

    private bool CanRun(int status) => status switch
    {
        _ when (status & Scheduled) != 0 => false,
        _ when (status & Closed) != 0 => HasMessages,
        >= OneSuspension => !_system.IsEmpty,
        _ => !_system.IsEmpty || HasMessages,
    };

    private void BuryMessages()
    {
        while (Take() is { Message: not null } envelope)
        {
            _cell.Bury(envelope);
        }
    }
}
