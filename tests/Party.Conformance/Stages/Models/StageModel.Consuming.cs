namespace Party.Conformance.Stages.Models;

public sealed partial class StageModel
{
    private readonly Dictionary<string, Source> _producers = [];
    private readonly List<Queued> _queue = [];

    // How many more events downstream wants of a producer-consumer.
    private long _wanted;

    private string? SubscribeTo(
        string producer, string name, SubscriptionRequest request, (string Old, string Reason)? replaces)
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
        Log(LogEntry.Subscribed("producer", name, request));
        _program.Subscribed();
        if (!Setup.IsManual)
        {
            Tell(producer, new Message.Ask(Id, name, request.MaxDemand));
        }

        _producers[name] = new(producer, request, Setup.IsManual) { Demand = request.MaxDemand };
        return null;
    }

    private void TakeEvents(Message.Events events)
    {
        if (!_producers.ContainsKey(events.Subscription))
        {
            Tell(events.From, new Message.Cancel(Id, events.Subscription, "unknown_subscription"));
        }
        else if (Setup.Type == StageType.ProducerConsumer)
        {
            _queue.Add(new Queued(events));
            TakeFromQueue();
        }
        else
        {
            Handle(events);
        }
    }

    private void TakeFromQueue()
    {
        while (_wanted > 0 && _queue.Count > 0)
        {
            var next = _queue[0];
            _queue.RemoveAt(0);
            if (next.Info is { } text)
            {
                BufferInfo(text);
            }
            else if (next.Events is { } events)
            {
                Handle(events);
            }
            else if (next.End is { } end)
            {
                React(end.Name, end.Source, end.Kind, end.Reason);
            }
        }
    }

    private void Handle(Message.Events events)
    {
        List<(List<object> Batch, long Ask)> batches = _producers.TryGetValue(events.Subscription, out var source)
            && !source.IsManual
                ? source.Split([.. events.Items])
                : [([.. events.Items], 0)];
        foreach (var (batch, ask) in batches)
        {
            Log(LogEntry.Events(events.Subscription, batch));
            Dispatch(_program.Handled(batch));
            if (ask > 0)
            {
                Tell(events.From, new Message.Ask(Id, events.Subscription, ask));
            }
        }
    }

    private void EndProducer(string name, string kind, string reason)
    {
        if (!_producers.Remove(name, out var source))
        {
            return;
        }

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
        var isBenign = reason is "normal" or "shutdown" || reason.StartsWith("shutdown:", StringComparison.Ordinal);
        var isFatal = source.Request.Cancel switch
        {
            "permanent" => true,
            "transient" => !isBenign,
            _ => false,
        };
        if (isFatal && reason != "already_subscribed")
        {
            throw new StageExitException(reason);
        }
    }

    /// <summary>A producer as its consumer sees it.</summary>
    private sealed class Source(string process, SubscriptionRequest request, bool isManual)
    {
        public string Process => process;

        public SubscriptionRequest Request => request;

        public bool IsManual => isManual;

        public long Demand { get; set; }

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

        public Queued(Message.Events events) => Events = events;

        public Queued((string Name, Source Source, string Kind, string Reason) end) => End = end;

        public string? Info { get; }

        public Message.Events? Events { get; }

        public (string Name, Source Source, string Kind, string Reason)? End { get; }
    }
}
