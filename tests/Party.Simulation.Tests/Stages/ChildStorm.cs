using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Simulation.Tests.Stages;

/// <summary>
/// A child for every number, which ends, fails, fails to start or is terminated as the seed chooses; and its laws.
/// </summary>
internal sealed class ChildStorm
{
    public const int Events = 100;
    private const int MaxDemand = 5;

    private readonly ActorSimulation _simulation;
    private readonly IActorRef _producer;
    private readonly int[] _given = new int[Events];
    private int _next;
    private int _alive;

    public ChildStorm(ActorSimulation simulation)
    {
        _simulation = simulation;
        simulation.Law("no more children live than max-demand", () => _alive <= MaxDemand);
        simulation.Law("an event has one child", () => Array.TrueForAll(_given, static times => times <= 1));

        _producer = simulation.System.ActorOf(Producer.Props(Produce), "producer");
        Supervisor = simulation.System.ActorOf(
            ConsumerSupervisor.Props(new ConsumerSupervisorOptions<int>
            {
                Child = Give,
                Restart = ChildRestart.Transient,
                MaxRestarts = int.MaxValue,
                Subscriptions =
                [
                    new(_producer, new()
                    {
                        MaxDemand = MaxDemand,
                        MinDemand = simulation.Random.Next(MaxDemand),
                        Cancel = Demand.Subscriptions.CancelMode.Transient,
                    }),
                ],
            }),
            "supervisor");
    }

    /// <summary>The supervisor.</summary>
    public IActorRef Supervisor { get; }

    /// <summary>How many events were given to the supervisor's function.</summary>
    public int Given => _given.Sum();

    /// <summary>Children that live.</summary>
    public int Alive => _alive;

    /// <summary>Runs to rest, drains, and returns the books.</summary>
    public ProducerBooks Run()
    {
        _simulation.Run();
        var drained = _producer.Ask<Drained>(new Drain(TimeSpan.FromMinutes(1)));
        Assert.True(_simulation.RunUntil(() => drained.IsCompleted));
        return drained.GetAwaiter().GetResult().Books;
    }

    private IEnumerable<int> Produce(int count)
    {
        while (count-- > 0 && _next < Events)
        {
            yield return _next++;
        }
    }

    private Props? Give(int number)
    {
        _given[number]++;
        return _simulation.Random.Next(20) switch
        {
            0 => null,
            1 => throw new FormatException("not made"),
            _ => Props.Create(() => new Worker(this)),
        };
    }

    private sealed class Worker : UntypedActor
    {
        private readonly ChildStorm _storm;

        public Worker(ChildStorm storm)
        {
            _storm = storm;
            if (Chance.Next(10) == 0)
            {
                throw new FormatException("not started");
            }
        }

        private Random Chance => _storm._simulation.Random;

        protected override void PreStart()
        {
            _storm._alive++;
            Self.Tell("work");
        }

        protected override void PostStop() => _storm._alive--;

        protected override void OnReceive(object message)
        {
            switch (Chance.Next(8))
            {
                case 0:
                    throw new InvalidOperationException("fell over");
                case 1:
                    _storm.Supervisor.Tell(new TerminateChild(Self), ActorRefs.NoSender);
                    break;
                case < 5:
                    Context.Stop(Self);
                    break;
                default:
                    Context.System.Scheduler.ScheduleTellOnce(
                        TimeSpan.FromMilliseconds(Chance.Next(1, 50)), Self, "work", Self);
                    break;
            }
        }
    }
}
