using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;

namespace Party.Simulation.Tests.Stages;

/// <summary>
/// Three stages whose handlers wait again and again, and fail now and then; messages of their own come in between. All
/// events are delivered at least once.
/// </summary>
internal sealed class WaitingStorm
{
    private const int Events = 40;
    private static readonly SubscriptionOptions Options = new()
    {
        MaxDemand = 6,
        MinDemand = 2,
        Delivery = DeliveryMode.AtLeastOnce,
        Cancel = CancelMode.Temporary,
        Resubscribe = new() { MinBackoff = TimeSpan.FromMilliseconds(10) },
    };

    private readonly ActorSimulation _simulation;
    private readonly HashSet<int> _handled = [];
    private readonly List<int> _told = [];
    private readonly IActorRef[] _stages;
    private int _emitted;

    public WaitingStorm(ActorSimulation simulation)
    {
        _simulation = simulation;
        var source = simulation.System.ActorOf(Props.Create(() => new Source(this)), "source");
        var fromSource = new SubscribeTo(source, Options);
        var middle = simulation.System.ActorOf(Props.Create(() => new Middle(this, fromSource)), "middle");
        var fromMiddle = new SubscribeTo(middle, Options);
        var sink = simulation.System.ActorOf(Props.Create(() => new Sink(this, fromMiddle)), "sink");
        _stages = [source, middle, sink];
    }

    /// <summary>How many handlers of one stage have ever run at a time.</summary>
    public int MostAtATime { get; private set; }

    /// <summary>Every event that was handled to the end.</summary>
    public IReadOnlyCollection<int> Handled => _handled;

    /// <summary>The messages that the last stage heard, in the order they were sent.</summary>
    public IReadOnlyList<int> Told => _told;

    /// <summary>Runs until every event is handled, drains, and says how that ended.</summary>
    public DrainReport Run()
    {
        for (var message = 0; message < 20; message++)
        {
            _simulation.System.Scheduler.ScheduleTellOnce(
                TimeSpan.FromMilliseconds(5 * message), _stages[2], message, ActorRefs.NoSender);
        }

        Assert.True(_simulation.RunUntil(() => _handled.Count == Events && _told.Count == 20, TimeSpan.FromHours(1)));
        var drained = new Pipeline(_simulation.System, _stages).DrainAsync(TimeSpan.FromHours(1));
        Assert.True(_simulation.RunUntil(() => drained.IsCompleted, TimeSpan.FromHours(2)));
        return drained.Result;
    }

    // Waits in one of the ways there are, and fails now and then.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var waits = _simulation.Random.Next(3); waits > 0; waits--)
        {
            if (_simulation.Random.Next(2) == 0)
            {
                await Task.Yield();
            }
            else
            {
                var pause = TimeSpan.FromMilliseconds(_simulation.Random.Next(1, 20));
                await Task.Delay(pause, _simulation.Clock, cancellationToken);
            }
        }

        if (_simulation.Random.Next(8) == 0)
        {
            throw new InvalidOperationException("fell over");
        }
    }

    // Only one handler of a stage runs at a time, and nothing of the stage's own between.
    private sealed class Turn(WaitingStorm storm)
    {
        private int _running;

        public async ValueTask RunAsync(Func<Task> work)
        {
            storm.MostAtATime = Math.Max(storm.MostAtATime, ++_running);
            try
            {
                await work();
            }
            finally
            {
                _running--;
            }
        }

        public void Check() => storm.MostAtATime = Math.Max(storm.MostAtATime, _running + 1);
    }

    private sealed class Source(WaitingStorm storm) : AsyncProducer<int>
    {
        private readonly Turn _turn = new(storm);

        protected override ValueTask HandleDemandAsync(int demand, CancellationToken cancellationToken) =>
            _turn.RunAsync(async () =>
            {
                for (; demand > 0 && storm._emitted < Events; demand--)
                {
                    Emit(storm._emitted++);
                    await storm.WaitAsync(cancellationToken);
                }
            });

        protected override void OnSubscribe(ConsumerSubscription subscription) => _turn.Check();
    }

    private sealed class Middle(WaitingStorm storm, SubscribeTo to) : AsyncProducerConsumer<int, int>(to)
    {
        private readonly Turn _turn = new(storm);

        protected override ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken) => _turn.RunAsync(async () =>
            {
                foreach (var item in events)
                {
                    await storm.WaitAsync(cancellationToken);
                    Emit(item);
                }
            });

        protected override void OnCancel(ConsumerSubscription subscription, Cancellation cancellation) =>
            _turn.Check();
    }

    private sealed class Sink : AsyncConsumer<int>
    {
        private readonly WaitingStorm _storm;
        private readonly Turn _turn;

        public Sink(WaitingStorm storm, SubscribeTo to)
            : base(to)
        {
            (_storm, _turn) = (storm, new(storm));
            Receive<int>(message =>
            {
                _turn.Check();
                storm._told.Add(message);
            });
        }

        protected override ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken) => _turn.RunAsync(async () =>
            {
                await _storm.WaitAsync(cancellationToken);
                _storm._handled.UnionWith(events);
            });
    }
}
