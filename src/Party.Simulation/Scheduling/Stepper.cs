using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Dispatch.Mailing;
using Party.Simulation.Timing;
using Party.Simulation.Tracing;

namespace Party.Simulation.Scheduling;

/// <summary>Takes one step after the other: chooses what runs next and for how long, or lets time go on.</summary>
internal sealed class Stepper(
    Engine engine, VirtualClock clock, Turns turns, Journal journal, Random choices, TimeSpan longestWait) : IWitness
{
    /// <summary>Takes a step, if there is anything to do until then.</summary>
    public bool Step(TimeSpan end)
    {
        var isDue = clock.NextDue is { } due && due <= end;
        var waits = turns.Count > 0;
        if (isDue && (!waits || TimerComesFirst()))
        {
            FireTimer();
        }
        else if (waits)
        {
            Take(turns.Take(choices));
        }

        return isDue || waits;
    }

    /// <summary>Notes what an actor is about to handle, and asks the faults what becomes of it.</summary>
    public Treatment Judge(ActorCell cell, Envelope envelope)
    {
        journal.Do("  {0} handles {1} from {2}", cell.Self, envelope.Message.GetType(), envelope.Sender);
        ComeBackTo(Here());
        return engine.Faults.Judge(cell, envelope);
    }

    private static void ComeBackTo(SimulationContext? context) =>
        SynchronizationContext.SetSynchronizationContext(context);

    private bool TimerComesFirst() => longestWait > TimeSpan.Zero
        && clock.NextDue - turns.WaitingSince <= longestWait
        && choices.Next(2) == 0;

    private void FireTimer()
    {
        clock.MoveTo(clock.NextDue ?? clock.Elapsed);
        journal.Begin("timer");
        Run(clock.TakeNext().Fire, null);
    }

    // Code of actors, and what follows their awaits, gets a context to come back to. The end of a task gets none: what
    // follows it without a context runs within it.
    private void Take(Turn turn)
    {
        if (turn.Work is Mailbox mailbox)
        {
            journal.Begin("run {0}", mailbox.Cell.Self);
            Run(() => mailbox.Run(HowMany(mailbox.Cell.Dispatcher.Throughput), this), Here());
        }
        else
        {
            journal.Begin(turn.What);
            Run(turn.Work.Run, turn.Origin is null ? null : new(engine, turn.Origin));
        }
    }

    // Half of the time one message, so that others come between; else any number up to the throughput.
    private int HowMany(int throughput) => choices.Next(2) == 0 ? 1 : 1 + choices.Next(throughput);

    private SimulationContext Here() => new(engine, Origin.Current = new(engine, journal.Doing));

    // What comes out here did not come out of an actor: those fail, and their supervisors decide.
    private void Run(Action step, SimulationContext? context)
    {
        ComeBackTo(context);
        try
        {
            step();
        }
        catch (Exception error) when (error is not SimulationException)
        {
            throw engine.Failure(
                $"Expected {journal.Doing.What} to end without an exception, got {error.GetType()}: {error.Message}",
                error);
        }
        finally
        {
            ComeBackTo(null);
            Origin.Current = null;
        }
    }
}
