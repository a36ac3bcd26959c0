using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>What a producing stage has to say. What may happen with every event is said once.</summary>
internal sealed class ProducerLog<TEvent>(ILoggingAdapter log)
{
    private readonly HashSet<DiscardCause> _said = [];
    private readonly HashSet<string> _noticed = [];

    public void Subscribed(ConsumerLink link) => log.Debug("Subscribed {0}.", link);

    public void Rejected(ConsumerLink link, Admission admission) =>
        log.Warning("Rejected {0}: {1}", link, admission.Reason);

    public void Paused(string partition, bool isPaused) =>
        log.Info(isPaused ? "Paused partition {0}." : "Resumed partition {0}.", partition);

    public void Changed(PartitionChangeReport report) => log.Info(
        "Changed the partitions to {0}. {1} events waited for their old partition, {2} at the longest.",
        report.Partitions,
        report.Moved,
        report.LongestWait);

    public void Refused(string reason, IActorRef sender) => log.Warning("Refused {0}: {1}", sender.Path, reason);

    public void Cancelled(ConsumerLink link, EndReason reason) => log.Debug("Ended {0}: {1}.", link, reason.Text);

    public void Broken(IActorRef stage, BrokenLaw broken) => log.Error(
        "{0} A law of the ledger of {1} is broken, by its dispatcher or by a defect of Party. The stage stops.",
        broken,
        stage.Path);

    public void UnknownSubscription(Request request, IActorRef sender, IReadOnlyList<ConsumerLink> links) =>
        log.Warning(
        "Expected a request to name a subscription of its sender, got {0} from {1}. Its subscriptions: [{2}]. "
        + "The request was ignored.",
        request.Id,
        sender.Path,
        string.Join(", ", links.Select(link => link.Id)));

    public void NoDemand(Request request, ConsumerLink link) => log.Warning(
        "Expected a request for at least 1 event, got {0} from {1}. The request was ignored.", request.Count, link);

    public void NotInFlight(Reject reject, IActorRef sender) => log.Warning(
        "Expected an event that is in flight and delivered at least once, got number {0} of {1} from {2}. It was "
        + "ignored.",
        reject.Number,
        reject.Id,
        sender.Path);

    public void Misdirected(object message, IActorRef sender) => log.Warning(
        "Expected messages for a producer, got {0} from {1}. This stage only produces. The message was ignored.",
        message.GetType().Name,
        sender.Path);

    public void ForwardsOnly(DemandMode mode, IActorRef sender) => log.Warning(
        "Expected demand mode Forward, got {0} from {1}. A stage between two others asks for what it is asked. "
        + "The message was ignored.",
        mode,
        sender.Path);

    public void Discarded(int count, EventBufferOptions buffer) => log.Warning(
        "Expected at most {0} buffered events, got {1} more. The {2} were discarded. Raise buffer-size, or emit "
        + "what was asked for.",
        buffer.Size,
        count,
        buffer.Keep == BufferKeep.Last ? "oldest" : "newest");

    public void Notice(string notice)
    {
        if (_noticed.Add(notice))
        {
            log.Warning(notice);
        }
    }

    public void SetAside(SetAside<TEvent> setAside)
    {
        if (!_said.Add(setAside.Cause))
        {
            log.Debug(setAside.Reason);
        }
        else if (setAside.Cause == DiscardCause.NoPartition)
        {
            log.Info("{0} More of this cause are counted, and said at debug level.", setAside.Reason);
        }
        else
        {
            log.Warning("{0} More of this cause are counted, and said at debug level.", setAside.Reason);
        }
    }

    public void Misses(string partition, TimeSpan patience) => log.Warning(
        "Expected partition {0} to have a consumer, got none for {1} s, and its park is full. The producer waits, "
        + "and with it every partition. Subscribe a consumer, or set without-consumer.",
        partition,
        patience.TotalSeconds);

    // After a normal end, consumers go on with what is on its way to them.
    public void Stopped(ProducerBooks books, EndReason reason, bool isDrained)
    {
        var waiting = books.Parked + books.Returned + books.Held + books.Buffered;
        var lost = reason.Kind == EndKind.Normal && waiting == 0 ? 0 : waiting + books.InFlight;
        if (lost > 0)
        {
            log.Warning(
                (isDrained ? "Stopped after its drain. " : "Stopped without being drained. ")
                + "Of {0} events, {1} were not handled: {2} in flight, {3} parked or returned, {4} held, {5} buffered.",
                books.Received,
                lost,
                books.InFlight,
                books.Parked + books.Returned,
                books.Held,
                books.Buffered);
        }
    }
}
