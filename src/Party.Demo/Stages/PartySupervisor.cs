using System.Globalization;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Ledgers;
using Party.Demo.Output;

namespace Party.Demo.Stages;

/// <summary>
/// Starts the Party's producer and consumers, and ends it: when the words do, when it is told to, or when it can't go
/// on.
/// </summary>
internal sealed class PartySupervisor : ReceiveActor
{
    private const string ProducerFailed =
        "Expected the producer to go on, got its end: it failed more often than max-restarts allows.";

    private readonly PartyRun _run;
    private IActorRef _producer = ActorRefs.Nobody;
    private ProducerBooks? _lastBooks;
    private string? _failure;
    private bool _isEnding;

    // Its stages are known a little later than this actor starts.
    private Pipeline? _pipeline;
    private bool _wasToldToEnd;
    private bool _isHasty;

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
        Receive<ConsumersStarted>(started => On(started));
        Receive<EndParty>(_ => EndAsTold());
        Receive<DrainReport>(report => Report(report));
        Receive<ConsumerEnded>(ended => End(ended));
        Receive<ProducerStopped>(
            stopped => On(stopped.Books),
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
            Drain();
        }
    }

    private void EndAsTold()
    {
        _isHasty |= _wasToldToEnd;
        _wasToldToEnd = true;
        if (_isEnding && _isHasty)
        {
            _pipeline?.AbandonAsync();
        }

        End();
    }

    private void On(ConsumersStarted started)
    {
        _pipeline = new(Context.System, [_producer, .. started.Consumers]);
        if (_isEnding)
        {
            Drain();
        }
    }

    private void Drain()
    {
        var draining = _isHasty ? _pipeline?.AbandonAsync() : _pipeline?.DrainAsync(_run.Settings.DrainDeadline);
        draining?.PipeTo(Self);
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

    // While the Party ends, the producer stops, as it should; before that, it has failed too often.
    private void On(ProducerBooks lastBooks)
    {
        _lastBooks = lastBooks;
        if (!_isEnding)
        {
            _isEnding = true;
            _failure = ProducerFailed;
            Report(lastBooks, []);
        }
    }

    private void Report(DrainReport report)
    {
        var producer = report.Stages[0];
        var late = report.Stages.Where(
            static stage => stage.Outcome is DrainOutcome.Abandoned or DrainOutcome.Silent).ToList();
        _failure ??= producer.Outcome == DrainOutcome.Gone ? ProducerFailed : null;
        _failure ??= late.Count > 0 ? Late(report.Took, late) : null;
        Report(producer.Books ?? _lastBooks, report.Stages);
    }

    private void Report(ProducerBooks? books, IReadOnlyList<DrainedStage> stages) =>
        _run.End(new PartyReport(books, _run.Again, _run.Restarts, _run.Elapsed, _failure)
        {
            Abandoned = [.. stages.SelectMany(static stage => stage.Abandoned)],
            HasStuck = stages.Any(static stage => stage.Outcome == DrainOutcome.Silent),
        });

    private static string Late(TimeSpan took, IEnumerable<DrainedStage> stages) => string.Create(
        CultureInfo.InvariantCulture,
        $"Expected every stage to be drained, got an end after {took.TotalSeconds:0.0} s. {string.Join(". ", stages)}.");
}
