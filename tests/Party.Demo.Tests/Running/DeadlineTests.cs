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
        using var asked = new ManualResetEventSlim();
        using var heard = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var errors = new StringWriter();
        var output = new Stuffed(asked, heard, release);
        var settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, PartyTests.Seed + "\nparty.drain-deadline = 2s");
        var text = new Late(("id sed qui ut amet ", asked), ("zum", heard));
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

    /// <summary>
    /// Takes all but one word. It tells when every consumer has asked for some, and when all others are written.
    /// </summary>
    private sealed class Stuffed(
        ManualResetEventSlim asked, ManualResetEventSlim heard, ManualResetEventSlim release) : StringWriter
    {
        private static readonly string[] Demands = ["one 1000", "two 1000", "three 1000", "four 1000"];
        private static readonly string[] Others = ["id ", "sed ", "qui ", "ut ", "amet "];

        public override void Write(StringBuilder? value)
        {
            if (value is { } words && words.ToString().Contains("zum four", StringComparison.Ordinal))
            {
                release.Wait();
            }

            base.Write(value);
        }

        public override void Flush()
        {
            TellIf(Demands, asked);
            TellIf(Others, heard);
        }

        private void TellIf(string[] parts, ManualResetEventSlim gate)
        {
            var text = ToString();
            if (parts.All(part => text.Contains(part, StringComparison.Ordinal)))
            {
                gate.Set();
            }
        }
    }

    /// <summary>
    /// Words that come in parts, each after something: nobody else has anything to say when the last gets stuck.
    /// </summary>
    private sealed class Late(params (string Words, ManualResetEventSlim After)[] parts) : MemoryStream
    {
        private int _next;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_next == parts.Length)
            {
                return 0;
            }

            var (words, after) = parts[_next++];
            Assert.True(after.Wait(Patience));
            return Encoding.UTF8.GetBytes(words, buffer.AsSpan(offset, count));
        }
    }
}
