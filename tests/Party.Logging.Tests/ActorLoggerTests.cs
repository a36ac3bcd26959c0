using Akka.Actor;
using Akka.Event;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Party.Logging.Tests;

public sealed class ActorLoggerTests() : Akka.TestKit.Xunit2.TestKit(Hocon)
{
    private const string Hocon = """
        akka.loglevel = DEBUG
        akka.stdout-loglevel = OFF
        akka.loggers = ["Party.Logging.ActorLogger, Party.Logging"]
        """;

    private ILoggingAdapter Desk => Akka.Event.Logging.GetLogger(Sys, "desk");

    [Fact]
    public void Levels_have_the_names_of_the_other_side()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Desk.Debug("d");
        Desk.Info("i");
        Desk.Warning("w");
        Desk.Error("e");

        Assert.Equal(
            [LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error],
            Enumerable.Range(0, 4).Select(_ => Next().Level));
    }

    [Fact]
    public void The_source_is_the_category_and_the_cause_the_exception()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));
        var cause = new FormatException("cause");

        Desk.Error(cause, "it failed");

        var entry = Next();
        Assert.Equal($"desk ({Sys})", entry.Category);
        Assert.Same(cause, entry.Cause);
        Assert.Equal("it failed", entry.Text);
    }

    [Fact]
    public void A_template_keeps_its_arguments_by_number()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Desk.Info("{1} of {0}", 10, "nine");

        var entry = Next();
        Assert.Equal("nine of 10", entry.Text);
        Assert.Equal("{1} of {0}", entry.Values["{OriginalFormat}"]);
        Assert.Equal((10, "nine"), (entry.Values["0"], entry.Values["1"]));
    }

    [Fact]
    public void A_template_with_names_is_filled_in_their_order()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Desk.Info("{Word} went to {@Consumer,5:N0} {{so}}", "qui", 4);

        var entry = Next();
        Assert.Equal("qui went to     4 {so}", entry.Text);
        Assert.Equal(("qui", 4), (entry.Values["Word"], entry.Values["Consumer"]));
    }

    [Fact]
    public void A_text_alone_is_left_as_it_is()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Desk.Info("brace {0} stays");

        Assert.Equal("brace {0} stays", Next().Text);
    }

    [Fact]
    public void What_was_logged_before_the_factory_came_is_not_lost()
    {
        Desk.Info("early");
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));
        Desk.Info("late");

        Assert.Equal(["early", "late"], [Next().Text, Next().Text]);
    }

    [Fact]
    public void Of_too_many_early_events_the_last_thousand_are_kept_and_the_rest_is_counted()
    {
        // Written by the logger in the order in which it gets them: what the system itself logged came before.
        for (var i = 0; i < 1500; i++)
        {
            Sys.EventStream.Publish(new Info($"flood ({Sys})", typeof(ActorLoggerTests), $"{i}"));
        }

        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        var warning = FishForMessage<Entry>(entry => entry.Level == LogLevel.Warning);
        Assert.Matches(@"^\d+ log events were dropped", warning.Text);
        Assert.Equal("500", FishForMessage<Entry>(entry => entry.Category.StartsWith("flood", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void What_the_factory_does_not_want_is_not_written()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor, LogLevel.Error));

        Desk.Warning("unwanted");
        Desk.Error("wanted");

        Assert.Equal("wanted", Next().Text);
    }

    [Fact]
    public void An_actor_logs_under_its_path_with_its_class()
    {
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Sys.ActorOf(Props.Create(() => new Talker()), "talker");

        var entry = FishForMessage<Entry>(one => one.Category == $"{Sys}/user/talker");
        Assert.Equal("hello", entry.Text);
        Assert.Equal(typeof(Talker).FullName, entry.Values["LogClass"]);
        Assert.Equal(DateTimeKind.Utc, Assert.IsType<DateTime>(entry.Values["Timestamp"]).Kind);
    }

    [Fact]
    public void A_later_factory_takes_the_place_of_an_earlier_one()
    {
        var first = CreateTestProbe();
        Sys.UseLoggerFactory(new ProbeFactory(first));
        Sys.UseLoggerFactory(new ProbeFactory(TestActor));

        Desk.Info("for the second");

        Assert.Equal("for the second", Next().Text);
        Assert.IsType<ProbeFactory>(LoggerFactoryExtension.Of(Sys).Factory);
    }

    // The system logs, too.
    private Entry Next() =>
        FishForMessage<Entry>(entry => entry.Category.StartsWith("desk", StringComparison.Ordinal));

    private sealed class Talker : UntypedActor
    {
        protected override void PreStart() => Context.GetLogger().Info("hello");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
