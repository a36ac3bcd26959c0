using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Tests;

public sealed class OutputTests : ITestOutputHelper
{
    private readonly List<string> _lines = [];

    [Fact]
    public void System_logs_to_the_output_of_the_test()
    {
        using var kit = new Xunit2.TestKit("akka { loglevel = INFO, stdout-loglevel = OFF }", this);

        kit.Sys.Log.Info("ripe and ready");

        kit.AwaitAssert(() => Assert.Contains("ripe and ready", Text(), StringComparison.Ordinal));
    }

    [Fact]
    public void Output_of_an_ended_test_is_not_written_to()
    {
        using var kit = new Xunit2.TestKit("akka { loglevel = INFO, stdout-loglevel = OFF }", new EndedOutput());

        kit.Sys.Log.Info("nobody listens");
        kit.TestActor.Tell("still here", kit.TestActor);

        kit.ExpectMsg("still here");
    }

    void ITestOutputHelper.WriteLine(string message)
    {
        lock (_lines)
        {
            _lines.Add(message);
        }
    }

    void ITestOutputHelper.WriteLine(string format, params object[] args) => throw new NotSupportedException(format);

    private string Text()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    private sealed class EndedOutput : ITestOutputHelper
    {
        public void WriteLine(string message) => throw new InvalidOperationException("The test has ended.");

        public void WriteLine(string format, params object[] args) => WriteLine(format);
    }
}
