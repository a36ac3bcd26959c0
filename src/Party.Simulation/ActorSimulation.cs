using Akka.Actor;
using Party.Simulation.Choosing;
using Party.Simulation.Scheduling;
using Party.Simulation.Tracing;

namespace Party.Simulation;

/// <summary>An actor system whose choices are a seed's: what runs next, for how long, when timers fire.</summary>
/// <remarks>
/// <para>
/// All actors run on one thread, and only within <see cref="Run()"/> and <see cref="RunUntil"/>. A step is one mailbox
/// handling some of its messages, one timer, or one continuation. Time is virtual: it stands still while anything can
/// run and then jumps to the next timer. One seed with one scenario gives one run, to the last line of its trace.
/// </para>
/// <para>
/// The order of messages from one actor to another is always kept, as everywhere; every other order is up to the seed.
/// Code that waits for a real thread or clock is found and named. What began on another thread and ended before anybody
/// looked cannot be found.
/// </para>
/// </remarks>
public sealed class ActorSimulation : IDisposable
{
    private readonly SimulationOptions _options;
    private readonly Engine _engine;

    /// <summary>Starts a system under the schedule of a seed. Nothing runs yet.</summary>
    public ActorSimulation(int seed, SimulationOptions? options = null)
    {
        _options = options ?? new();
        _engine = new(seed, _options);
        Random = new SeededRandom(seed, stream: 2);
        System = _engine.Start(new(_engine, new SeededRandom(seed, stream: 3)));
        LogLines.Subscribe(_engine, System);
    }

    /// <summary>What all choices follow from.</summary>
    public int Seed => _engine.Seed;

    /// <summary>The simulated system.</summary>
    public ActorSystem System { get; }

    /// <summary>The virtual clock, for code that takes a <see cref="TimeProvider"/>. Starts in 2000, UTC.</summary>
    public TimeProvider Clock => _engine.Clock;

    /// <summary>The virtual time since the beginning.</summary>
    public TimeSpan Elapsed => _engine.Clock.Elapsed;

    /// <summary>How many steps were taken.</summary>
    public long Steps => _engine.Journal.Steps;

    /// <summary>Chance for the scenario itself, by the seed too: how many events, which message fails.</summary>
    public Random Random { get; }

    /// <summary>What goes wrong.</summary>
    public Faults Faults => _engine.Faults;

    /// <summary>The end of the trace, oldest line first.</summary>
    public IReadOnlyList<string> LastSteps => _engine.Journal.LastLines;

    /// <summary>Runs a scenario under seed after seed until one fails.</summary>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="scenario">Starts actors, runs the simulation, asserts.</param>
    /// <param name="options">How the simulations run.</param>
    /// <param name="firstSeed">The first seed; the others follow it.</param>
    /// <exception cref="SimulationException">The first failure, with its seed.</exception>
    public static void Explore(
        int seeds, Action<ActorSimulation> scenario, SimulationOptions? options = null, int firstSeed = 1)
    {
        if (Find(seeds, scenario, options, firstSeed) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>As <see cref="Explore"/>, but returns the first failure; null if there is none.</summary>
    public static SimulationException? Find(
        int seeds, Action<ActorSimulation> scenario, SimulationOptions? options = null, int firstSeed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        for (var i = 0; i < seeds; i++)
        {
            try
            {
                Replay(unchecked(firstSeed + i), scenario, options);
            }
            catch (SimulationException failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>Runs a scenario under one seed.</summary>
    /// <exception cref="SimulationException">It fails, by itself or by an assertion of the scenario.</exception>
    public static void Replay(int seed, Action<ActorSimulation> scenario, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        using var simulation = new ActorSimulation(seed, options);
        try
        {
            scenario(simulation);
            simulation._engine.ThrowIfIntruded();
        }
        catch (Exception error) when (error is not SimulationException)
        {
            throw simulation._engine.Failure(
                $"Expected the scenario to end well, got {error.GetType()}: {error.Message}", error);
        }
    }

    /// <summary>Names something that must hold after every step.</summary>
    /// <param name="name">For the failure.</param>
    /// <param name="violation">How it is broken, in words; null where it holds.</param>
    public void Law(string name, Func<string?> violation) => _engine.Laws.Add(name, violation);

    /// <summary>Names something that must be true after every step.</summary>
    public void Law(string name, Func<bool> holds) =>
        _engine.Laws.Add(name, () => holds() ? null : "it is false now");

    /// <summary>Runs until nothing is left to do, at most for <see cref="SimulationOptions.Deadline"/>.</summary>
    /// <exception cref="SimulationException">A law is broken, or the run got stuck.</exception>
    public SimulationOutcome Run() => Run(_options.Deadline);

    /// <summary>Runs until nothing is left to do, at most for so much virtual time.</summary>
    /// <exception cref="SimulationException">A law is broken, or the run got stuck.</exception>
    public SimulationOutcome Run(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        return _engine.Run(duration);
    }

    /// <summary>Runs until a condition holds, looking after every step.</summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="duration">Its virtual time; <see cref="SimulationOptions.Deadline"/> by default.</param>
    /// <returns>False if it did not come to hold; the time has passed then.</returns>
    /// <exception cref="SimulationException">A law is broken, or the run got stuck.</exception>
    public bool RunUntil(Func<bool> condition, TimeSpan? duration = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = duration ?? _options.Deadline;
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, TimeSpan.Zero, nameof(duration));
        return _engine.RunUntil(condition, limit);
    }

    /// <summary>Ends the system: actors stop and tidy up, without faults and laws.</summary>
    public void Dispose() => _engine.End();
}
