using Akka.Actor;
using Party.Demand.Dispatching;
using Party.Demo.Words;

namespace Party.Demo.Stages;

/// <summary>Makes exactly as many words as are demanded, in an order of their own.</summary>
internal sealed class WordProducer : PacedProducer
{
    private readonly WordFeed _feed;
    private long _owed;

    public WordProducer(PartyRun run, WordFeed feed)
        : base(run, isAddressed: false)
    {
        _feed = feed;
        Receive<WordsRead>(read =>
        {
            _feed.Accept(read.Words);
            Supply();
        });
        Receive<ReadFailed>(failed =>
        {
            _feed.Accept([]);
            throw new IOException($"Cannot read the words. {failed.Cause.Message}", failed.Cause);
        });
    }

    protected override bool IsExhausted => _feed.IsExhausted;

    protected override void HandleDemand(DemandIncrement demand)
    {
        Run.Output.Asked(demand);
        _owed += demand.Total;
        Supply();
    }

    protected override void Pay()
    {
        for (; _owed > 0 && _feed.HasNext && Run.Pace.TryStep(); _owed--)
        {
            Emit(_feed.Next());
        }

        if (_owed > 0 && !_feed.HasNext && !_feed.IsExhausted)
        {
            _feed.Refill()?.PipeTo(
                Self, success: words => new WordsRead(words), failure: cause => new ReadFailed(cause));
        }
    }
}
