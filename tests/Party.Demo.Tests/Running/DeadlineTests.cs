using System.Text;
using Party.Demo.CommandLine;
using Party.Demo.Running;

namespace Party.Demo.Tests.Running;

/// <summary>Parties with somebody in them who does not come to an end.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_consumer_that_hangs_is_named_with_the_words_that_were_on_their_way()
    {
        using var release = new ManualResetEventSlim();
        var errors = new StringWriter();
        var output = new Stuffed(release);
        var settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, PartyTests.Seed + "\nparty.drain-deadline = 2s");
        var text = new MemoryStream(Encoding.UTF8.GetBytes("id sed qui ut amet zum"));
        var host = new PartyHost(output, errors, () => text, isTerminal: false);

        var exitCode = await new DemoCommand(host.RunAsync)
            .InvokeAsync(["--words", "-", "--config", settings], output, errors).WaitAsync(Patience);
        release.Set();
        File.Delete(settings);

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("Expected every stage to be drained, got an end after ", errors.ToString());
        Assert.Contains("1 abandoned on the way to /user/supervisor/consumers/four (four)", errors.ToString());
        Assert.Contains("/user/supervisor/consumers/four: silent", errors.ToString());
    }

    /// <summary>Takes all but one word.</summary>
    private sealed class Stuffed(ManualResetEventSlim release) : StringWriter
    {
        public override void Write(StringBuilder? value)
        {
            if (value is { } words && words.ToString().Contains("zum four", StringComparison.Ordinal))
            {
                release.Wait();
            }

            base.Write(value);
        }
    }
}
