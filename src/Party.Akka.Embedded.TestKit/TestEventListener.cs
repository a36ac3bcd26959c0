using Akka.Event;
using Akka.TestKit.EventFilters;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>The logger of a system under test: prints the log events that no event filter claims.</summary>
/// <remarks>Filters see dead letters as warnings of the actor that did not take them.</remarks>
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
                HandleDeadLetter(letter);
                return true;
            case LogEvent logEvent when IsClaimed(logEvent):
                return true;
            case LogEvent:
                return base.Receive(message);
            default:
                Print(new Debug(Context.System.Name, GetType(), message));
                return true;
        }
    }

    private void HandleDeadLetter(DeadLetter letter)
    {
        var (path, type) = (letter.Recipient.Path.ToString(), letter.Recipient.GetType());
        if (!IsClaimed(new Warning(path, type, letter)))
        {
            var text = $"Received dead letter from {letter.Sender}: {letter.Message}";
            Print(new Warning(path, type, new DeadLetter(text, letter.Sender, letter.Recipient)));
        }
    }

    private void Listen(LoggingBus bus)
    {
        foreach (var channel in (Type[])[typeof(Mute), typeof(Unmute), typeof(DeadLetter), typeof(UnhandledMessage)])
        {
            bus.Subscribe(Self, channel);
        }
    }

    private bool IsClaimed(LogEvent logEvent) => _filters.Exists(filter => filter.Apply(logEvent));
}
