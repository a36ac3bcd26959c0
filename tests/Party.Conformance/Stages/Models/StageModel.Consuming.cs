using Party.Conformance.Deviations;

namespace Party.Conformance.Stages.Models;

public sealed partial class StageModel
{
    private readonly Dictionary<string, Source> _producers = [];
    private readonly Dictionary<string, (Source Source, Reply? Answer)> _attempts = [];
    private readonly List<Queued> _queue = [];

    // How many more events downstream wants of a producer-consumer.
    private long _wanted;

    private string? SubscribeTo(
        string producer,
        string name,
        SubscriptionRequest request,
        (string Old, string Reason)? replaces,
        Reply? answer)
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

        Tell(producer, new Message.Subscribe(Id, name, request, replaces));
        _attempts[name] = (new(producer, request, Setup.IsManual) { Demand = request.MaxDemand }, answer);
        if (!World.On(Switches.D10))
        {
            Begin(name);
        }

        return null;
    }

    private void Begin(string name)
    {
        if (!_attempts.Remove(name, out var attempt))
        {
            return;
        }

        var (source, answer) = attempt;
        Answer(answer, "ok");
        Log(LogEntry.Subscribed("producer", name, $"{source.Request}"));
        _program.Subscribed();
        if (!source.IsManual)
        {
            Tell(source.Process, new Message.Ask(Id, name, source.Request.MaxDemand));
        }

        source.IsMade = true;
        _producers[name] = source;
    }

    // The producer does not take the subscription: that it is made is not called back, that it ends is.
    private void EndAttempt(string name, string kind, string reason)
    {
        if (_attempts.Remove(name, out var attempt))
        {
            Answer(attempt.Answer, $"error {reason}");
            attempt.Source.IsRefused = reason == "already_subscribed";
            ReactInTurn(name, attempt.Source, kind, kind == "cancel" ? "refused" : reason);
        }
    }

    private void Reject(Message.Subscribe subscribe) => Tell(subscribe.From, World.On(Switches.D10)
        ? new Message.Rejected(subscribe.Subscription, "no_producer")
        : new Message.Cancelled(subscribe.Subscription, "no_producer"));

    private void TakeEvents(Message.Events events)
    {
        if (!_producers.TryGetValue(events.Subscription, out var source))
        {
            Tell(events.From, new Message.Cancel(Id, events.Subscription, "unknown_subscription"));
        }
        else if (Setup.Type == StageType.ProducerConsumer)
        {
            _queue.Add(new Queued(events, source));
            TakeFromQueue();
        }
        else
        {
            Handle(events, source);
        }
    }

    private void TakeFromQueue()
    {
        while (MayHandle && _queue.Count > 0)
        {
            var next = _queue[0];
            _queue.RemoveAt(0);
            if (next.Info is { } text)
            {
                BufferInfo(text);
            }
            else if (next.Events is { } events)
            {
                Handle(events, World.On(Switches.C3) ? next.Source : _producers.GetValueOrDefault(events.Subscription));
            }
            else if (next.End is { } end)
            {
                React(end.Name, end.Source, end.Kind, end.Reason);
            }
        }
    }

    private void Handle(Message.Events events, Source? source)
    {
        List<(List<object> Batch, long Ask)> batches = source is { IsManual: false }
            ? source.Split([.. events.Items])
            : [([.. events.Items], 0)];
        foreach (var (batch, ask) in batches)
        {
            Log(LogEntry.Events(events.Subscription, batch));
            Dispatch(_program.Handled(batch));
            if (ask > 0 && _producers.ContainsKey(events.Subscription))
            {
                Tell(events.From, new Message.Ask(Id, events.Subscription, ask));
            }
        }
    }

    private void EndProducer(string name, string kind, string reason)
    {
        EndAttempt(name, kind, reason);
        if (!_producers.Remove(name, out var source))
        {
            return;
        }

        ReactInTurn(name, source, kind, reason);
    }

    // Also where its end has come already, and waits behind the events before it. A stage has no name for one that was
    // refused.
    private void Leave(string name)
    {
        _producers.GetValueOrDefault(name)?.IsLeft = true;
        foreach (var queued in _queue)
        {
            if (queued.End is { Source.IsMade: true } end && end.Name == name)
            {
                end.Source.IsLeft = true;
            }
        }
    }

    private void ReactInTurn(string name, Source source, string kind, string reason)
    {
        if (_queue.Count > 0)
        {
            _queue.Add(new Queued((name, source, kind, reason)));
        }
        else
        {
            React(name, source, kind, reason);
        }
    }

    private void React(string name, Source source, string kind, string reason)
    {
        Log(LogEntry.Cancelled(kind, reason, name));
        Dispatch(_program.Cancelled());
        if (source.IsLeft && World.On(Switches.C1))
        {
            return;
        }

        var isBenign = reason is "normal" or "shutdown" || reason.StartsWith("shutdown:", StringComparison.Ordinal);
        var isFatal = source.Request.Cancel switch
        {
            "permanent" => true,
            "transient" => !isBenign,
            _ => false,
        };
        if (isFatal && !source.IsRefused && reason != "already_subscribed")
        {
            throw new StageExitException(reason) { IsFailure = !isBenign };
        }
    }

    /// <summary>A producer as its consumer sees it.</summary>
    private sealed class Source(string process, SubscriptionRequest request, bool isManual)
    {
        public string Process => process;

        public SubscriptionRequest Request => request;

        public bool IsManual => isManual;

        public long Demand { get; set; }

        /// <summary>Whether the producer has admitted it.</summary>
        public bool IsMade { get; set; }

        /// <summary>Whether the consumer had a subscription already.</summary>
        public bool IsRefused { get; set; }

        /// <summary>Whether the consumer itself cancelled it.</summary>
        public bool IsLeft { get; set; }

        /// <summary>Batches, and what is asked for after each.</summary>
        public List<(List<object> Batch, long Ask)> Split(List<object> events)
        {
            var batches = new List<(List<object> Batch, long Ask)>();
            var old = Demand;
            while (events.Count > 0)
            {
                var batch = events.Take(request.MaxDemand - request.MinDemand).ToList();
                events = events.Skip(batch.Count).ToList();
                var counted = Math.Min(old, batch.Count);
                old -= counted;
                Demand -= counted;
                var ask = Demand <= request.MinDemand ? request.MaxDemand - Demand : 0;
                Demand += ask;
                batches.Add((batch, ask));
            }

            return batches;
        }
    }

    // One thing that waits in a producer-consumer's queue.
    private sealed class Queued
    {
        public Queued(string info) => Info = info;

        public Queued(Message.Events events, Source source) => (Events, Source) = (events, source);

        public Queued((string Name, Source Source, string Kind, string Reason) end) => End = end;

        public string? Info { get; }

        public Message.Events? Events { get; }

        public Source? Source { get; }

        public (string Name, Source Source, string Kind, string Reason)? End { get; }
    }
}
