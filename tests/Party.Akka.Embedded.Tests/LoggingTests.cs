using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class LoggingTests : QuietKit
{
    public LoggingTests()
        : base("akka.loglevel = INFO") => Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

    [Fact]
    public void A_template_is_filled_by_position()
    {
        Logging.GetLogger(Sys, "desk").Info("{0} and {1}", "one", 2);

        var info = Next();
        Assert.Equal("one and 2", info.Message.ToString());
        Assert.Equal($"desk ({Sys})", info.LogSource);
    }

    [Fact]
    public void A_text_alone_is_no_template()
    {
        Logging.GetLogger(Sys, "desk").Info("{0} stays");

        Assert.Equal("{0} stays", Next().Message.ToString());
    }

    [Fact]
    public void Levels_below_the_configured_one_are_not_published()
    {
        var log = Logging.GetLogger(Sys, "desk");

        log.Debug("never");
        log.Warning("warning");
        log.Error(new FlawException("cause"), "error");

        Assert.IsType<Warning>(Next());
        Assert.Equal("cause", Assert.IsType<Error>(Next()).Cause?.Message);
        Assert.Equal((false, true), (log.IsDebugEnabled, log.IsInfoEnabled));
    }

    [Fact]
    public void An_actor_logs_in_its_own_name()
    {
        var actor = Play((me, message) => me.Cell.GetLogger().Info("{0}", message), "writer");

        actor.Tell("words");

        var info = FishForMessage<Info>(info => info.Message.ToString() == "words");
        Assert.StartsWith(actor.Path.ToString(), info.LogSource, StringComparison.Ordinal);
        Assert.Equal(typeof(Part), info.LogClass);
    }

    [Fact]
    public void Levels_have_names_and_classes()
    {
        Assert.Equal(LogLevel.WarningLevel, Logging.LogLevelFor("warning"));
        Assert.Equal(typeof(Debug), LogLevel.DebugLevel.ClassFor());
        Assert.Equal("ERROR", LogLevel.ErrorLevel.StringFor());
        Assert.Throws<ArgumentException>(() => Logging.LogLevelFor("loud"));
    }

    private LogEvent Next() =>
        FishForMessage<LogEvent>(logEvent => logEvent.LogSource.StartsWith("desk", StringComparison.Ordinal));
}
