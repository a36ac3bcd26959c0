using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Actor.Hosting;
using Akka.Actor.References;
using Akka.Dispatch.Mailing;
using Party.Simulation.Choosing;
using Party.Simulation.Timing;
using Party.Simulation.Tracing;

namespace Party.Simulation.Scheduling;

/// <summary>Runs a simulated system step by step; every choice is the seed's.</summary>
internal sealed class Engine : IWitness
{
    private readonly SimulationOptions _options;
    private readonly SeededRandom _choices;
    private readonly Turns _turns;
    private readonly TraceLog _trace;
    private readonly Laws _laws = new();

    private EmbeddedActorSystem? _system;
    private TraceEntry _doing;
    private long _stepBegan;
    private bool _isStuck;

    // Whether what is told right now has been on its way long enough.
    private bool _isDelivering;

    public Engine(int seed, SimulationOptions options)
    {
        Seed = seed;
        _options = options;
        _choices = new(seed, stream: 0);
        _turns = new(this);
        _trace = new(options.LastSteps, options.Trace);
        Clock = new(new SeededRandom(seed, stream: 1));
        Faults = new(this);
    }

    public int Seed { get; }

    public VirtualClock Clock { get; }

    public Faults Faults { get; }

    public Pipes Pipes { get; } = new();

    public Laws Laws => _laws;

    /// <summary>How many steps were taken.</summary>
    public long Steps { get; private set; }

    public IReadOnlyList<string> LastSteps => _trace.LastLines;

    /// <summary>What the present step does, or the last one did.</summary>
    public TraceEntry Doing => _doing;

    public EmbeddedActorSystem Start(SimulatedParts parts) =>
        _system = ActorSystem.Create(_options.SystemName, SimulationConfig.Below(_options.Config), parts);

    public void Add(Turn turn) => _turns.Add(turn);

    /// <summary>Adds what follows an await; it may come from outside only if the scenario says so.</summary>
    public void Continue(Turn turn) => _turns.Add(turn, isExpected: _options.AllowsOutsideTasks);

    public void Note(string format, object? first = null, object? second = null, object? third = null) =>
        _trace.Add(new(Steps, Clock.Elapsed, format, first, second, third));

    public bool LetsThrough(IActorRef receiver, Envelope envelope)
    {
        _turns.CheckThread();
        return _isDelivering || Faults.LetsThrough(receiver, envelope);
    }

    public Treatment Judge(ActorCell cell, Envelope envelope)
    {
        _doing = new(
            Steps, Clock.Elapsed, "  {0} handles {1} from {2}", cell.Self, envelope.Message.GetType(), envelope.Sender);
        _trace.Add(_doing);
        var origin = Origin.Current = new(this, _doing);
        SynchronizationContext.SetSynchronizationContext(new SimulationContext(this, origin));
        return Faults.Judge(cell, envelope);
    }

    public void DeliverAt(TimeSpan moment, IActorRef receiver, Func<Envelope> next) =>
        Clock.CreateTimer(_ => Deliver(receiver, next()), null, moment - Clock.Elapsed, Timeout.InfiniteTimeSpan);

    public ActorCell? Find(string path)
    {
        IInternalActorRef? found = _system?.Provider.RootGuardian;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found?.Child(name);
        }

        return (found as LocalActorRef)?.Cell;
    }

    /// <summary>Runs until nothing is left to do, or so much time has passed.</summary>
    public SimulationOutcome Run(TimeSpan duration)
    {
        var outcome = Advance(duration, null);
        if (outcome == SimulationOutcome.Quiescent && !_options.AllowsOutsideTasks && Waiting() is [_, ..] waiting)
        {
            throw Failure(
                "Expected everything that the simulation waits for to happen inside of it, but it has come to rest and "
                + $"{string.Join(", and ", waiting)}. Nothing in the simulation will ever complete that. Take time from "
                + "the clock of the simulation; set AllowsOutsideTasks if the scenario completes tasks itself.");
        }

        return outcome;
    }

    /// <summary>Runs until the condition holds; false if so much time has passed before, or would have.</summary>
    public bool RunUntil(Func<bool> condition, TimeSpan duration)
    {
        var outcome = Advance(duration == Timeout.InfiniteTimeSpan ? _options.Deadline : duration, condition);
        if (outcome != SimulationOutcome.ConditionMet && duration == Timeout.InfiniteTimeSpan)
        {
            throw Failure("Expected what the caller waits for without a limit to happen, got a simulation at rest.");
        }

        return outcome == SimulationOutcome.ConditionMet;
    }

    /// <summary>Ends the system, without faults and laws. One that does not end is left to itself.</summary>
    public void End()
    {
        if (_isStuck || _system is null)
        {
            return;
        }

        Faults.Clear();
        _laws.Clear();
        try
        {
            var end = _system.Terminate();
            Advance(_options.Deadline, () => end.IsCompleted);
        }
        catch (SimulationException)
        {
            // The run has failed already, or has been judged. What holds the system up now is nobody's concern.
        }
    }

    public void ThrowIfBroken()
    {
        if (_turns.Intrusion is { } intrusion)
        {
            throw Failure(intrusion);
        }
    }

    public SimulationException Failure(string message, Exception? inner = null) =>
        new(message, Seed, LastSteps, inner);

    private SimulationOutcome Advance(TimeSpan duration, Func<bool>? condition)
    {
        if (_turns.IsOnWorker)
        {
            throw Failure(
                $"Cannot wait inside a simulated step: what {_doing.What} waits for would run only after it. Use "
                + "ReceiveAsync, PipeTo or a message.");
        }

        if (_isStuck)
        {
            throw Failure("Cannot run on: a step of this simulation is stuck.");
        }

        var outcome = SimulationOutcome.Quiescent;
        var end = Clock.Elapsed + duration;
        _stepBegan = Stopwatch.GetTimestamp();
        if (!Worker.Run(() => outcome = Loop(end, condition), _options.StepTimeout / 4, IsStuck))
        {
            _isStuck = true;
            throw Failure(
                $"Expected each step to end within {_options.StepTimeout.TotalSeconds:0.###} s of real time, got no end "
                + $"of {_doing.What}. It waits for a real thread or clock, or for something that the simulation would do "
                + "after it. Await it in ReceiveAsync, and take time from the clock of the simulation.");
        }

        return outcome;
    }

    private SimulationOutcome Loop(TimeSpan end, Func<bool>? condition)
    {
        using var turn = _turns.Enter();
        while (true)
        {
            ThrowIfBroken();
            if (condition?.Invoke() == true)
            {
                return SimulationOutcome.ConditionMet;
            }

            if (!Step(end))
            {
                break;
            }

            CheckLaws();
        }

        if (Clock.NextDue is null && condition is null)
        {
            return SimulationOutcome.Quiescent;
        }

        Clock.MoveTo(end);
        return SimulationOutcome.DeadlineReached;
    }

    // One choice: which mailbox runs, or that time goes on to the next timer.
    private bool Step(TimeSpan end)
    {
        var isDue = Clock.NextDue is { } due && due <= end;
        var waits = _turns.Count > 0;
        if (!waits && !isDue)
        {
            return false;
        }

        if (++Steps > _options.MaxSteps)
        {
            throw Failure(
                $"Expected the simulation to end within {_options.MaxSteps} steps, got more to do. Something goes round "
                + $"in circles, or {nameof(SimulationOptions.MaxSteps)} is too low for what it has to do.");
        }

        Volatile.Write(ref _stepBegan, Stopwatch.GetTimestamp());
        if (isDue && (!waits || (_options.TimerPressure > 0 && _choices.NextDouble() < _options.TimerPressure)))
        {
            FireTimer();
        }
        else
        {
            Take(_turns.Take(_choices));
        }

        return true;
    }

    private void FireTimer()
    {
        Clock.MoveTo(Clock.NextDue ?? Clock.Elapsed);
        Begin("timer", null);
        Do(Clock.TakeNext().Fire);
    }

    // Code of actors, and what follows their awaits, gets a context to come back to. The end of a task does not: what
    // follows it without a context runs within it.
    private void Take(Turn turn)
    {
        if (turn.Work is Mailbox mailbox)
        {
            var origin = Begin("run {0}", mailbox.Cell.Self);
            SynchronizationContext.SetSynchronizationContext(new SimulationContext(this, origin));
            Do(() => mailbox.Run(HowMany(mailbox.Cell.Dispatcher.Throughput), this));
        }
        else
        {
            Begin(turn.What, null);
            SynchronizationContext.SetSynchronizationContext(
                turn.Origin is { } origin ? new SimulationContext(this, origin) : null);
            Do(turn.Work.Run);
        }
    }

    // Half of the time one message, so that others come between; else any number up to the throughput.
    private int HowMany(int throughput) => _choices.Next(2) == 0 ? 1 : 1 + _choices.Next(throughput);

    private Origin Begin(string what, IActorRef? actor)
    {
        _doing = new(Steps, Clock.Elapsed, what, actor);
        _trace.Add(_doing);
        return Origin.Current = new(this, _doing);
    }

    // What comes out here did not come out of an actor: those fail, and their supervisors decide.
    private void Do(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is not SimulationException)
        {
            throw Failure($"Expected {_doing.What} to end without an exception, got {error.GetType()}: {error.Message}", error);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
            Origin.Current = null;
        }
    }

    private void CheckLaws()
    {
        if (_laws.Broken() is { } broken)
        {
            throw Failure(broken.Message, broken.Inner);
        }
    }

    private void Deliver(IActorRef receiver, Envelope envelope)
    {
        _isDelivering = true;
        receiver.Tell(envelope.Message, envelope.Sender);
        _isDelivering = false;
    }

    private bool IsStuck() => !Debugger.IsAttached
        && Stopwatch.GetElapsedTime(Volatile.Read(ref _stepBegan)) > _options.StepTimeout;

    private List<string> Waiting()
    {
        List<string> waiting = [.. Pipes.Open()];
        AddWaiting(_system?.Provider.RootGuardian, waiting);
        return waiting;
    }

    private static void AddWaiting(IInternalActorRef? actor, List<string> waiting)
    {
        if (actor is LocalActorRef { Cell: { IsAwaiting: true } cell })
        {
            waiting.Add(
                $"{Names.Of(cell.Self)} still awaits something in its handler of {Names.Of(cell.CurrentMessage?.GetType() ?? typeof(object))}");
        }

        foreach (var child in actor?.Children ?? [])
        {
            AddWaiting(child, waiting);
        }
    }
}
