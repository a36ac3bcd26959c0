using Akka.Event;
using Akka.TestKit.EventFilters;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>The logger of a system under test: prints the log events that no event filter claims.</summary>
/// <remarks>Filters see dead letters and unhandled messages as warnings of the actor that did not take them.</remarks>
public class TestEventListener : DefaultLogger
{
    // In the order in which they were set up; the first that claims an event has it.
    private readonly List<LogEventFilter> _filters = [];

    /// <summary>Handles one event, or one change of the filters.</summary>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                Listen(initialize.LoggingBus);
                return base.Receive(message);
            case Mute mute:
                _filters.AddRange(mute.Filters);
                return true;
            case Unmute unmute:
                _filters.RemoveAll(unmute.Filters.Contains);
                return true;
            case DeadLetter letter:
                IsClaimed(WarningAbout(letter, letter));
                return true;
            case UnhandledMessage unhandled:
                IsClaimed(WarningAbout(unhandled, $"Unhandled message from {unhandled.Sender}: {unhandled.Message}"));
                return true;
            case LogEvent logEvent when IsClaimed(logEvent):
                return true;
            default:
                return base.Receive(message);
        }
    }

    private static Warning WarningAbout(AllDeadLetters letter, object message) =>
        new(letter.Recipient.Path.ToString(), letter.Recipient.GetType(), message);

    private void Listen(LoggingBus bus)
    {
        foreach (var channel in (Type[])[typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage)])
        {
            bus.Subscribe(Self, channel);
        }
    }

    private bool IsClaimed(LogEvent logEvent) => _filters.Exists(filter => filter.Apply(logEvent));
}
