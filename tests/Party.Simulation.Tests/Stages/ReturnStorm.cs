using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Simulation.Tests.Stages;

/// <summary>
/// A producer that is stopped and started anew, or fails and is restarted, as the seed chooses, once for each of its
/// events; consumers that their supervisor would stop at their second failure. They start before the producer.
/// </summary>
internal sealed class ReturnStorm
{
    private const string Path = "/user/market/producer";

    private readonly ActorSimulation _simulation;
    private readonly int _ends;
    private readonly List<int> _handled = [];
    private int _next;

    public ReturnStorm(ActorSimulation simulation, int ends)
    {
        _simulation = simulation;
        _ends = ends;
        simulation.Law("no consumer fails", () => Failures == 0);
        simulation.Law("every event is handled once", () => _handled.Count == _handled.Distinct().Count());

        simulation.System.ActorOf(Props.Create(() => new Crowd(this)), "crowd");
        simulation.System.Scheduler.ScheduleTellOnce(
            TimeSpan.FromSeconds(simulation.Random.Next(5)),
            simulation.System.ActorOf(Props.Create(() => new Market(this)), "market"),
            "open",
            ActorRefs.NoSender);
    }

    /// <summary>How often the producer ended, one way or the other.</summary>
    public int Ends { get; private set; }

    /// <summary>How often a consumer failed.</summary>
    public int Failures { get; private set; }

    /// <summary>What was handled, in any order.</summary>
    public IReadOnlyList<int> Handled => _handled;

    /// <summary>Runs until every event has come.</summary>
    public bool Run() => _simulation.RunUntil(() => _handled.Count == _ends, TimeSpan.FromHours(10));

    // The events it made are handed on before it ends; whether they were handled is said before the next comes.
    private sealed class Stall(ReturnStorm storm) : Producer<int>
    {
        protected override void HandleDemand(DemandIncrement demand)
        {
            if (storm._next == storm._ends)
            {
                return;
            }

            Emit(storm._next++);
            storm.Ends++;
            switch (storm._simulation.Random.Next(4))
            {
                case 0:
                    throw new InvalidOperationException("fell over");
                case 1:
                    Context.Stop(Self);
                    break;
                case 2:
                    Stop(EndReason.Failure("closed"));
                    break;
                default:
                    Self.Tell(PoisonPill.Instance);
                    break;
            }
        }
    }

    // Opens the stall again some time after it has closed.
    private sealed class Market : UntypedActor
    {
        private readonly ReturnStorm _storm;

        public Market(ReturnStorm storm) => _storm = storm;

        protected override void OnReceive(object message)
        {
            if (message is Terminated)
            {
                var pause = TimeSpan.FromMilliseconds(_storm._simulation.Random.Next(1000));
                Context.System.Scheduler.ScheduleTellOnce(pause, Self, "open", Self);
            }
            else
            {
                Context.Watch(Context.ActorOf(Props.Create(() => new Stall(_storm)), "producer"));
            }
        }
    }

    private sealed class Crowd : UntypedActor
    {
        private readonly ReturnStorm _storm;

        public Crowd(ReturnStorm storm) => _storm = storm;

        protected override void PreStart()
        {
            for (var consumer = 0; consumer < 3; consumer++)
            {
                var to = new SubscribeTo(Path, new()
                {
                    MaxDemand = 1,
                    Cancel = consumer == 0 ? CancelMode.Transient : CancelMode.Permanent,
                });
                Context.ActorOf(Consumer.Props<int>(batch => _storm._handled.AddRange(batch), to));
            }
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(1, null, _ =>
        {
            _storm.Failures++;
            return Directive.Restart;
        });

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
