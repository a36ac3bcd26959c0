using System.Diagnostics;
using System.Text.Json;
using Party.Demo.CommandLine;

namespace Party.Demo.Tests.Running;

/// <summary>The Party as a process of its own, ended from outside while it waits for its input.</summary>
public sealed class SignalTests
{
    private const int LongerThanAPipe = 1_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_drains_the_party_while_it_waits_for_input(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var party = Start("--words -");
        await party.StandardInput.WriteLineAsync("qui id sed");
        await party.StandardInput.FlushAsync(timeout.Token);
        await ReadUntilAsync(party, ["qui two", "id one", "sed three"], timeout.Token);

        await SignalAsync(party, signal, timeout.Token);

        var rest = await party.StandardOutput.ReadToEndAsync(timeout.Token);
        await party.WaitForExitAsync(timeout.Token);
        Assert.Equal(ExitCode.Done, party.ExitCode);
        Assert.Contains("3 produced = 3 delivered + 0 parked + 0 discarded", rest);
    }

    [Fact]
    public async Task A_signal_drains_a_scenario()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var party = Start("--scenario slow-partition --seconds 1000");
        await ReadUntilAsync(party, "1 s", timeout.Token);

        await SignalAsync(party, "INT", timeout.Token);

        var rest = await party.StandardOutput.ReadToEndAsync(timeout.Token);
        await party.WaitForExitAsync(timeout.Token);
        Assert.Equal(ExitCode.Done, party.ExitCode);
        Assert.Contains("Told to end.", rest);
        Assert.Contains("sequential: /user/sequential: drained", rest);
    }

    [Fact]
    public async Task A_second_signal_ends_a_party_whose_output_nobody_reads()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Patience);
        var settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, PartyTests.Seed + "\nparty.drain-deadline = 1h", timeout.Token);
        using var party = Start("--words - --config", settings);
        await party.StandardInput.WriteLineAsync(new string('a', LongerThanAPipe));
        await party.StandardInput.FlushAsync(timeout.Token);
        await ReadUntilAsync(party, "aaaaaaaa", timeout.Token);

        await SignalAsync(party, "INT", timeout.Token);
        await SignalAsync(party, "TERM", timeout.Token);
        await party.WaitForExitAsync(timeout.Token);

        Assert.Equal(ExitCode.Failed, party.ExitCode);
        File.Delete(settings);
    }

    [Fact]
    public async Task A_process_says_one_line_of_json()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var party = Start("--events", "100", "--output", "json");

        var output = await party.StandardOutput.ReadToEndAsync(timeout.Token);
        await party.WaitForExitAsync(timeout.Token);

        Assert.Equal(100, JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n'))).RootElement
            .GetProperty("produced").GetInt64());
        Assert.Equal("", await party.StandardError.ReadToEndAsync(timeout.Token));
    }

    private static async Task SignalAsync(Process party, string signal, CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{party.Id}"]);
        await kill.WaitForExitAsync(cancellation);
    }

    private static Process Start(params IEnumerable<string> arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Party.Demo.dll");
        string[] command = ["dotnet", "exec", assembly, .. arguments.SelectMany(one => one.Split(' '))];

        // A shell without job control lets what it runs in the background ignore INT, and children inherit that.
        string[] all = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)
            ?? throw new InvalidOperationException($"Expected {assembly} to start, got nothing.");
    }

    // What is read of the line is lost, and no more is.
    private static async Task ReadUntilAsync(Process party, string start, CancellationToken cancellation)
    {
        var read = "";
        var next = new char[1];
        while (!read.EndsWith(start, StringComparison.Ordinal)
            && await party.StandardOutput.ReadAsync(next.AsMemory(), cancellation) > 0)
        {
            read += next[0];
        }
    }

    private static async Task ReadUntilAsync(Process party, HashSet<string> lines, CancellationToken cancellation)
    {
        while (lines.Count > 0 && await party.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            lines.Remove(line);
        }

        Assert.Empty(lines);
    }
}
