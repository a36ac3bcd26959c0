using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class DeathWatchTests : QuietKit
{
    [Fact]
    public void The_end_of_a_watched_actor_is_told_once()
    {
        var actor = Play();
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.Watch(actor));
        Inside(watcher, part => part.Cell.Watch(actor));

        Sys.Stop(actor);

        ExpectMsg(("gone", actor, true));
        watcher.Tell("nothing more");
        ExpectMsg("nothing more");
    }

    [Fact]
    public void The_end_of_an_actor_that_is_dead_is_told_at_once()
    {
        var actor = Play();
        StopAndWait(actor);

        var watcher = Watcher();
        Inside(watcher, part => part.Cell.Watch(actor));

        ExpectMsg(("gone", actor, false));
    }

    [Fact]
    public void What_an_actor_sent_comes_before_the_news_of_its_end()
    {
        var watcher = Watcher();
        var actor = Play((me, message) =>
        {
            for (var i = 0; i < 100; i++)
            {
                watcher.Tell(i);
            }

            me.Cell.Stop(me.Me);
        });
        Inside(watcher, part => part.Cell.Watch(actor));

        actor.Tell("go");

        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), ReceiveN(100));
        ExpectMsg(("gone", actor, true));
    }

    [Fact]
    public void Unwatch_takes_back_news_that_lie_in_the_mailbox()
    {
        var actor = Play();
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.Watch(actor));

        Inside(watcher, part =>
        {
            StopAndWait(actor);
            return part.Cell.Unwatch(actor);
        });

        watcher.Tell("nothing came");
        ExpectMsg("nothing came");
    }

    [Fact]
    public void WatchWith_sends_the_message_given()
    {
        var actor = Play();
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.WatchWith(actor, "own words"));

        Sys.Stop(actor);

        ExpectMsg("own words");
    }

    [Fact]
    public void The_first_way_of_watching_counts()
    {
        var actor = Play();
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.WatchWith(actor, "first"));
        Inside(watcher, part => part.Cell.WatchWith(actor, "second"));
        Inside(watcher, part => part.Cell.Watch(actor));

        Sys.Stop(actor);

        ExpectMsg("first");
        watcher.Tell("nothing more");
        ExpectMsg("nothing more");
    }

    [Fact]
    public void News_that_were_not_asked_for_are_dropped()
    {
        var watcher = Watcher();

        watcher.Tell(new Terminated(TestActor, true, false));
        watcher.Tell("nothing came");

        ExpectMsg("nothing came");
    }

    [Fact]
    public void Unhandled_news_end_the_watcher_too()
    {
        var actor = Play();
        var watcher = Play();
        Inside(watcher, part => part.Cell.Watch(actor));
        Watch(watcher);

        Sys.Stop(actor);

        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_watch_outlives_the_watchers_restart()
    {
        var actor = Play();
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.Watch(actor));

        watcher.Tell(new FlawException("restart"));
        Sys.Stop(actor);

        ExpectMsg(("gone", actor, true));
    }

    [Fact]
    public void A_restart_of_the_watched_actor_is_not_its_end()
    {
        var actor = Play((_, message) => throw (Exception)message);
        var watcher = Watcher();
        Inside(watcher, part => part.Cell.Watch(actor));

        actor.Tell(new FlawException("restart"));
        Inside(actor, _ => true);

        watcher.Tell("nothing came");
        ExpectMsg("nothing came");
    }

    [Fact]
    public void A_parent_has_lost_the_child_when_it_is_told()
    {
        var test = TestActor;
        var parent = Play((me, _) => test.Tell(me.Cell.GetChildren().Count()));
        var child = ChildOf(parent, Role());
        Inside(parent, part => part.Cell.Watch(child));

        Sys.Stop(child);

        ExpectMsg(0);
    }

    private IActorRef Watcher()
    {
        var test = TestActor;
        return Play((_, message) =>
        {
            if (message is Exception error)
            {
                throw error;
            }

            test.Tell(message is Terminated end ? ("gone", end.ActorRef, end.ExistenceConfirmed) : message);
        });
    }
}
