using Party.Conformance.Deviations;
using Party.Conformance.Dispatchers.Models;

namespace Party.Conformance.Stages.Models;

public sealed partial class StageModel
{
    private readonly Dictionary<string, string> _consumers = [];
    private IBufferModel _buffer = new UnboundedBuffer();
    private DispatcherModel? _dispatcher;

    // Demand that was given back and is to be asked for anew.
    private long _unasked;

    // What waits until demand is forwarded again: numbers asked for and lists of events. Null while it is.
    private List<object>? _postponed;

    private int Estimate => _held.Estimate + _buffer.Estimate;

    private DispatcherModel Dispatcher => _dispatcher
        ?? throw new InvalidOperationException($"Expected {Id} to produce, got a consumer.");

    private void StartProducing()
    {
        _dispatcher = Guard(() => Setup.Dispatcher.Model(World.Switches));
        _postponed = Setup.AccumulatesDemand ? [] : null;
        _buffer = (Setup.BufferSize ?? (World.On(Switches.E1) ? int.MaxValue : null)) is { } size
            ? new BoundedBuffer(size, Setup.KeepsFirst)
            : new UnboundedBuffer();
    }

    private void TakeConsumer(Message.Subscribe subscribe)
    {
        if (_consumers.ContainsKey(subscribe.Subscription))
        {
            Tell(subscribe.From, new Message.Cancelled(subscribe.Subscription, "duplicated_subscription"));
            return;
        }

        if (subscribe.Replaces is { } old)
        {
            EndConsumer(old.Old, "cancel", old.Reason);
        }

        _consumers[subscribe.Subscription] = subscribe.From;
        if (!World.IsAlive(subscribe.From))
        {
            Tell(Id, new Message.Down(subscribe.Subscription, "noproc"));
        }

        if (World.On(Switches.D10))
        {
            Admit(subscribe);
            return;
        }

        Log(LogEntry.Subscribed("consumer", subscribe.Subscription, $"{subscribe.Request}"));
        _program.Subscribed();
        try
        {
            Demanded(Subscribe(subscribe));
        }
        catch (RefusedException refused)
        {
            EndConsumer(subscribe.Subscription, "cancel", refused.Message);
        }
    }

    private void Admit(Message.Subscribe subscribe)
    {
        try
        {
            var demand = Subscribe(subscribe);
            Tell(subscribe.From, new Message.Subscribed(subscribe.Subscription));
            Log(LogEntry.Subscribed("consumer", subscribe.Subscription, $"{subscribe.Request}"));
            Finishing(() =>
            {
                _program.Subscribed();
                return [];
            });
            Demanded(demand);
        }
        catch (RefusedException refused)
        {
            _consumers.Remove(subscribe.Subscription);
            Tell(subscribe.From, new Message.Rejected(subscribe.Subscription, refused.Message));
        }
    }

    // With A2 a stage that stops itself still hands on what it can, and is called no more.
    private List<object> Finishing(Func<List<object>> callback)
    {
        try
        {
            return callback();
        }
        catch (StageExitException exit) when (!exit.IsFailure && World.On(Switches.A2 | Switches.D2))
        {
            Serve();
            throw;
        }
    }

    private long Subscribe(Message.Subscribe subscribe) => Guard(() => Dispatcher.Subscribe(
        subscribe.Subscription, subscribe.From, subscribe.Request.Options));

    private void TakeAsk(Message.Ask ask)
    {
        if (_consumers.ContainsKey(ask.Subscription))
        {
            Demanded(Guard(() => Dispatcher.Ask(ask.Subscription, ask.Count)));
        }
        else
        {
            Tell(ask.From, new Message.Cancelled(ask.Subscription, "unknown_subscription"));
        }
    }

    private void EndConsumer(string subscription, string kind, string reason)
    {
        if (!_consumers.Remove(subscription, out var process))
        {
            return;
        }

        if (kind == "cancel")
        {
            Tell(process, new Message.Cancelled(subscription, reason));
        }

        Log(LogEntry.Cancelled(kind, reason, subscription));
        if (World.On(Switches.C2))
        {
            var demand = Guard(() => Dispatcher.Cancel(subscription, process));
            CarryOut();
            Dispatch(Finishing(_program.Cancelled));
            Demanded(demand);
        }
        else
        {
            Dispatch(_program.Cancelled());
            Demanded(Guard(() => Dispatcher.Cancel(subscription, process)));
        }
    }

    // The dispatcher wants so many more events: from the buffer first, then from the program.
    private void Demanded(long count)
    {
        CarryOut();
        if (World.On(Switches.D2))
        {
            Advance();
            return;
        }

        count += _unasked;
        _unasked = 0;
        if (Setup.Type == StageType.ProducerConsumer)
        {
            _wanted += count;
            TakeFromBuffer(_wanted);
            TakeFromQueue();
            return;
        }

        AskProgram(count);
    }

    // What was taken from the buffer while demand is not forwarded is emitted when it is.
    private void AskProgram(long count)
    {
        var rest = TakeFromBuffer(count);
        if (rest > 0 && _postponed is not null)
        {
            _postponed.Add(rest);
        }
        else if (rest > 0)
        {
            Log(LogEntry.Demand(rest));
            Dispatch(_program.Demanded(rest));
        }
    }

    private long TakeFromBuffer(long count)
    {
        List<object> events = [];
        List<string> passed = [];
        while (count > 0 && _buffer.Take(count, events, passed))
        {
            count -= events.Count;
            Dispatch([.. events]);
            passed.ForEach(InformDispatcher);
            events.Clear();
            passed.Clear();
        }

        return count;
    }

    private void Dispatch(List<object> events)
    {
        if (events.Count == 0 || !Setup.IsProducing)
        {
            return;
        }

        if (World.On(Switches.D2))
        {
            Receive(events);
            return;
        }

        if (_postponed is not null)
        {
            _postponed.Add(events);
            return;
        }

        var leftover = Guard(() => Dispatcher.Dispatch(events));
        CarryOut();
        _wanted = Math.Max(0, _wanted - (events.Count - leftover.Count));
        Buffer(leftover);
        GiveBack(Dispatcher.GivenBack);
    }

    // What is given back is asked for in a message of its own, and from the buffer first.
    private void GiveBack(long count)
    {
        if (count > 0)
        {
            _unasked += TakeFromBuffer(count);
            Tell(Id, new Message.AskNow());
        }
    }

    private void Buffer(List<object> events)
    {
        List<string> passed = [];
        var dropped = _buffer.Store(events, passed);
        if (dropped > 0)
        {
            Log(LogEntry.Discarded(dropped));
        }

        // With D2, what is held is older, and still waits.
        passed.Where(text => !_held.StoreUnlessEmpty(text)).ToList().ForEach(InformDispatcher);
    }

    private void BufferInfo(string text)
    {
        if (!_buffer.StoreUnlessEmpty(text) && !_held.StoreUnlessEmpty(text))
        {
            InformDispatcher(text);
        }
    }

    private void InformDispatcher(string text)
    {
        Dispatcher.Info(text);
        CarryOut();
    }

    private void CarryOut()
    {
        foreach (var sent in Dispatcher.TakeSent())
        {
            var to = sent.To is { } name ? _consumers.GetValueOrDefault(name, "") : Id;
            Message message = sent switch
            {
                { To: null } => new Message.Plain(sent.Info ?? ""),
                { Asked: > 0 } => new Message.Ask(to, sent.To, sent.Asked),
                _ => new Message.Events(Id, sent.To, sent.Events),
            };
            Tell(message is Message.Events ? to : Id, message);
        }
    }

    private void SetDemand(string mode)
    {
        if (mode == "accumulate")
        {
            _postponed ??= [];
        }
        else if (_postponed is { } waiting)
        {
            _postponed = null;
            foreach (var one in World.On(Switches.O2) ? waiting.OrderBy(one => one is long) : waiting.AsEnumerable())
            {
                if (World.On(Switches.D2))
                {
                    Resume(one);
                }
                else if (one is long count)
                {
                    AskProgram(count);
                }
                else
                {
                    Dispatch((List<object>)one);
                }
            }

            Demanded(0);
        }
    }
}
