using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Actor.Hosting;
using Akka.Actor.References;
using Party.Simulation.Choosing;
using Party.Simulation.Timing;
using Party.Simulation.Tracing;

namespace Party.Simulation.Scheduling;

/// <summary>One simulated system with its schedule, clock, faults and laws.</summary>
internal sealed class Engine
{
    private readonly SimulationOptions _options;
    private readonly Turns _turns;
    private readonly Stepper _stepper;

    private EmbeddedActorSystem? _system;
    private long _stepBegan;
    private bool _isStuck;

    // Whether what is told right now has been on its way long enough.
    private bool _isDelivering;

    public Engine(int seed, SimulationOptions options)
    {
        Seed = seed;
        _options = options;
        Clock = new(new SeededRandom(seed, stream: 1));
        Journal = new(Clock, options.LastSteps, options.Trace);
        Faults = new(this);
        _turns = new(this);
        _stepper = new(this, Clock, _turns, Journal, new SeededRandom(seed, stream: 0), options.LongestWait);
    }

    public int Seed { get; }

    public VirtualClock Clock { get; }

    public Journal Journal { get; }

    public Faults Faults { get; }

    public Laws Laws { get; } = new();

    public Pipes Pipes { get; } = new();

    /// <summary>Starts the system. Must be called once, before anything else.</summary>
    public EmbeddedActorSystem Start(SimulatedParts parts) =>
        _system = ActorSystem.Create(_options.SystemName, SimulationConfig.Below(_options.Config), parts);

    public void Add(Turn turn) => _turns.Add(turn);

    /// <summary>Adds what follows an await; it may come from outside only if the scenario says so.</summary>
    public void Continue(Turn turn) => _turns.Add(turn, isExpected: _options.AllowsOutsideTasks);

    /// <summary>Notes that a handler goes on after an await; from outside only if the scenario says so.</summary>
    public void Continuing(ActorCell cell) => _turns.CheckThread(
        _options.AllowsOutsideTasks
            ? null
            : new(this, new(Journal.Steps, Clock.Elapsed, "an await in {0}", cell.Self)));

    /// <summary>Whether a message gets into the receiver's mailbox at once.</summary>
    public bool LetsThrough(IActorRef receiver, Envelope envelope)
    {
        _turns.CheckThread();
        return _isDelivering || Faults.LetsThrough(receiver, envelope);
    }

    /// <summary>Delivers the next message of a link when its time has come.</summary>
    public void DeliverAt(TimeSpan moment, IActorRef receiver, Func<Envelope> next) =>
        Clock.CreateTimer(_ => Deliver(receiver, next()), null, moment - Clock.Elapsed, Timeout.InfiniteTimeSpan);

    /// <summary>The living actor at a path; null if there is none.</summary>
    public ActorCell? Find(string path)
    {
        var found = _system?.Provider.Below(path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return (found as LocalActorRef)?.Cell;
    }

    /// <summary>Runs until nothing is left to do, or so much time has passed.</summary>
    public SimulationOutcome Run(TimeSpan duration)
    {
        var outcome = Advance(duration, null);
        var isAtRest = outcome == SimulationOutcome.Quiescent && !_options.AllowsOutsideTasks;
        if (isAtRest && Waits.Of(_system, Pipes) is [_, ..] waits)
        {
            throw Failure(
                "Expected everything that the simulation waits for to happen inside of it, but it has come to rest and "
                + $"{string.Join(", and ", waits)}. Nothing in the simulation will ever complete that. Take time from "
                + "the clock of the simulation; set AllowsOutsideTasks if the scenario completes tasks itself.");
        }

        return outcome;
    }

    /// <summary>Runs until the condition holds; false if so much time has passed before, or would have.</summary>
    public bool RunUntil(Func<bool> condition, TimeSpan duration)
    {
        var hasLimit = duration != Timeout.InfiniteTimeSpan;
        var outcome = Advance(hasLimit ? duration : _options.Deadline, condition);
        if (outcome != SimulationOutcome.ConditionMet && !hasLimit)
        {
            throw Failure(
                "Expected what the caller waits for without a limit to happen, got a simulation in which it does not.");
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
        Laws.Clear();
        try
        {
            var end = _system.Terminate();
            Advance(_options.Deadline, () => end.IsCompleted);
        }
        catch (SimulationException)
        {
            // The run has been judged already. What holds the system up now is nobody's concern.
        }
    }

    /// <exception cref="SimulationException">Something came from another thread.</exception>
    public void ThrowIfIntruded()
    {
        if (_turns.Intrusion is { } intrusion)
        {
            throw Failure(intrusion);
        }
    }

    public SimulationException Failure(string message, Exception? inner = null) =>
        new(message, Seed, Journal.LastLines, inner);

    private SimulationOutcome Advance(TimeSpan duration, Func<bool>? condition)
    {
        if (_turns.IsOnWorker)
        {
            throw Failure(
                $"Cannot wait inside a simulated step: what {Journal.Doing.What} waits for would run only after it. "
                + "Use ReceiveAsync, PipeTo or a message.");
        }

        if (_isStuck)
        {
            throw Failure("Cannot run on: a step of this simulation is stuck.");
        }

        var outcome = SimulationOutcome.Quiescent;
        var end = Clock.Elapsed + duration;
        Volatile.Write(ref _stepBegan, Stopwatch.GetTimestamp());
        if (!Worker.Run(() => outcome = Loop(end, condition), _options.StepTimeout / 4, IsStuck))
        {
            _isStuck = true;
            throw Failure(
                $"Expected each step to end within {_options.StepTimeout.TotalSeconds:0.###} s of real time, got no end "
                + $"of {Journal.Doing.What}. It waits for a real thread or clock, or for something that the simulation "
                + "would do after it. Await it in ReceiveAsync, and take time from the clock of the simulation.");
        }

        return outcome;
    }

    private SimulationOutcome Loop(TimeSpan end, Func<bool>? condition)
    {
        using var turn = _turns.Enter();
        while (true)
        {
            ThrowIfIntruded();
            if (condition?.Invoke() == true)
            {
                return SimulationOutcome.ConditionMet;
            }

            Volatile.Write(ref _stepBegan, Stopwatch.GetTimestamp());
            if (!_stepper.Step(end))
            {
                break;
            }

            CheckLaws();
            CheckSteps();
        }

        if (Clock.NextDue is null && condition is null)
        {
            return SimulationOutcome.Quiescent;
        }

        Clock.MoveTo(end);
        return SimulationOutcome.DeadlineReached;
    }

    private void CheckLaws()
    {
        if (Laws.Broken() is { } broken)
        {
            throw Failure(broken.Message, broken.Inner);
        }
    }

    private void CheckSteps()
    {
        if (Journal.Steps >= _options.MaxSteps)
        {
            throw Failure(
                $"Expected the simulation to end within {_options.MaxSteps} steps, got as many. Something goes round in "
                + $"circles, or {nameof(SimulationOptions.MaxSteps)} is too low for what it has to do.");
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
}
