using Akka.Actor;
using Akka.Actor.Cells;
using Akka.TestKit.References;

namespace Akka.TestKit;

/// <summary>Makes a test actor the sender of what a test tells without naming one.</summary>
internal static class ImplicitSender
{
    /// <summary>From now on, on this thread and behind every await of the test.</summary>
    public static void Adopt(IActorRef testActor)
    {
        var cell = testActor.Local().Cell;
        ActorCell.Current = cell;
        SynchronizationContext.SetSynchronizationContext(new CellKeeping(cell));
    }

    /// <summary>Undoes <see cref="Adopt"/> where it still holds on this thread.</summary>
    public static void Release(IActorRef testActor)
    {
        if (ActorCell.Current == testActor.Local().Cell)
        {
            ActorCell.Current = null;
        }

        if (SynchronizationContext.Current is CellKeeping)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Goes on behind an await on the thread pool, as the same sender.</summary>
    private sealed class CellKeeping(ActorCell cell) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) =>
            ThreadPool.QueueUserWorkItem(_ => Send(d, state));

        public override void Send(SendOrPostCallback d, object? state)
        {
            var (outerCell, outerContext) = (ActorCell.Current, Current);
            ActorCell.Current = cell;
            SetSynchronizationContext(this);
            try
            {
                d(state);
            }
            finally
            {
                ActorCell.Current = outerCell;
                SetSynchronizationContext(outerContext);
            }
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
