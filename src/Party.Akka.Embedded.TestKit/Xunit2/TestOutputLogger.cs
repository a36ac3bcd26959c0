using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>Writes the log events of its system to the output of a test.</summary>
internal sealed class TestOutputLogger : ReceiveActor
{
    private readonly ITestOutputHelper _output;
    private readonly string _lead;

    public TestOutputLogger(ITestOutputHelper output, string lead)
    {
        _output = output;
        _lead = lead;
        Context.System.EventStream.Subscribe(Self, typeof(LogEvent));
        Receive<LogEvent>(Write);
    }

    private void Write(LogEvent logEvent)
    {
        try
        {
            _output.WriteLine(_lead + logEvent);
        }
        catch (InvalidOperationException)
        {
            // The test has ended; nobody reads its output any more.
        }
    }
}
