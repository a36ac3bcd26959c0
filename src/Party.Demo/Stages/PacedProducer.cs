using Akka.Actor;
using Party.Actors;
using Party.Demand.Partitions;
using Party.Demo.Settings;

namespace Party.Demo.Stages;

/// <summary>A producer of words that remembers what it owes, and pays it at the pace of the run.</summary>
internal abstract class PacedProducer : Producer<string>, IWithTimers
{
    private bool _hasSaidExhausted;

    protected PacedProducer(PartyRun run, bool isAddressed)
        : base(OptionsOf(run.Settings, isAddressed))
    {
        Run = run;
        Receive<PaceTick>(_ =>
        {
            Run.Pace.Tick();
            Supply();
        });
    }

    // The actor system sets it before it starts the actor.
    public ITimerScheduler Timers { get; set; } = null!;

    protected PartyRun Run { get; }

    protected abstract bool IsExhausted { get; }

    protected override void PreStart()
    {
        if (!Run.Pace.IsFree)
        {
            Timers.StartPeriodicTimer(nameof(PaceTick), new PaceTick(), TimeSpan.Zero, Run.Pace.Interval);
        }

        base.PreStart();
    }

    protected override void PostRestart(Exception reason)
    {
        Run.CountRestart();
        Run.Output.Restarted("producer", reason);
        base.PostRestart(reason);
    }

    /// <summary>Emits what is owed, as far as there are words and the pace allows.</summary>
    protected void Supply()
    {
        if (!IsDraining)
        {
            Pay();
        }

        if (IsExhausted && !_hasSaidExhausted)
        {
            _hasSaidExhausted = true;
            Context.Parent.Tell(new WordsExhausted());
        }
    }

    protected abstract void Pay();

    private static ProducerOptions<string> OptionsOf(PartySettings settings, bool isAddressed) => new()
    {
        Dispatcher = new PartitionDispatcherOptions<string>
        {
            Partitions = settings.Names,
            Selector = PartitionSelector.ByIndex<string>(settings.Letters.PartitionOf),
            Demand = settings.Demand,
            ParkLimit = settings.ParkLimit,
            ParkPolicy = settings.ParkPolicy,
            WithoutConsumer = settings.WithoutConsumer,
            DefaultPartition = settings.DefaultPartition,
            IsAddressed = isAddressed,
        },
        Buffer = settings.Buffer,
    };
}
