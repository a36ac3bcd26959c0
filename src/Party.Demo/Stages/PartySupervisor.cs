using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demo.Output;

namespace Party.Demo.Stages;

/// <summary>
/// Starts the Party's producer and consumers, and ends it: when the words do, when it is told to, or when it can't go
/// on.
/// </summary>
internal sealed class PartySupervisor : ReceiveActor
{
    private readonly PartyRun _run;
    private IActorRef _producer = ActorRefs.Nobody;
    private string? _failure;
    private bool _isEnding;

    // A few words may be over before the last consumer has come, and there may be some for it among them.
    private bool _haveAllJoined;
    private bool _areWordsOver;

    public PartySupervisor(PartyRun run)
    {
        _run = run;
        Receive<WordsExhausted>(_ =>
        {
            _areWordsOver = true;
            EndIfOver();
        });
        Receive<ConsumersJoined>(_ =>
        {
            _haveAllJoined = true;
            EndIfOver();
        });
        Receive<EndParty>(_ => End());
        Receive<Drained>(drained => Report(drained.Books));
        Receive<ConsumerEnded>(ended => End(ended));
        Receive<ProducerStopped>(
            stopped => Fail(stopped.Books),
            stopped => stopped.Producer.Equals(_producer));
    }

    protected override SupervisorStrategy SupervisorStrategy() =>
        Supervision.Restarting(_run.Settings.ProducerRestarts);

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(ProducerStopped));
        _producer = Context.ActorOf(ProducerProps(), "producer");
        Context.ActorOf(Props.Create(() => new ConsumersSupervisor(_run, _producer)), "consumers");
    }

    private Props ProducerProps() => _run switch
    {
        { Addressed: { } words } => Props.Create(() => new AddressedProducer(_run, words)),
        { Feed: { } feed } => Props.Create(() => new WordProducer(_run, feed)),
        _ => throw new InvalidOperationException("Expected a run with words, got none."),
    };

    private void EndIfOver()
    {
        if (_areWordsOver && _haveAllJoined)
        {
            End();
        }
    }

    private void End()
    {
        if (!_isEnding)
        {
            _isEnding = true;
            _producer.Tell(new Drain(_run.Settings.DrainDeadline));
        }
    }

    // While the Party ends, its consumers stop, as they should; before that, one has failed too often.
    private void End(ConsumerEnded ended)
    {
        if (!_isEnding)
        {
            _failure = $"Expected consumer {ended.Consumer} to go on, got its end: it failed more often than max-restarts allows.";
            End();
        }
    }

    private void Fail(ProducerBooks books)
    {
        _failure = "Expected the producer to go on, got its end: it failed more often than max-restarts allows.";
        Report(books);
    }

    private void Report(ProducerBooks books) =>
        _run.End(new PartyReport(books, _run.Again, _run.Restarts, _run.Elapsed, _failure));
}
