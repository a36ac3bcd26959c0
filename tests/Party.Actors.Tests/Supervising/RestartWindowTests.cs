using Akka.Actor;

namespace Party.Actors.Tests.Supervising;

/// <summary>The window of restarts slides with the scheduler's clock, which stands still in tests.</summary>
public sealed class RestartWindowTests : SupervisionTest
{
    [Fact]
    public void Restarts_that_are_older_than_the_window_do_not_count()
    {
        var supervisor = Start(DynamicSupervisor.Props(new() { Restart = ChildRestart.Transient, MaxRestarts = 1 }));
        var child = StartChild(supervisor);
        Watch(supervisor);

        for (var time = 0; time < 5; time++)
        {
            Time.Advance(TimeSpan.FromSeconds(5.1));
            child.Tell(Failure);
            ExpectMsg("pupil ended");
            ExpectMsg("pupil started");
        }

        Time.Advance(TimeSpan.FromSeconds(5));
        child.Tell(Failure);
        ExpectMsg("pupil ended");
        ExpectTerminated(supervisor);
    }
}
