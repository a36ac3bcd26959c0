using System.Text.Json.Nodes;
using Party.Conformance.Recordings;

namespace Party.Conformance.Tests;

/// <summary>The recordings that came with the project, replayed; the runner takes any other folder of them.</summary>
public sealed class RecordedTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recorded");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Select(Path.GetFileName).OfType<string>().Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Party_does_what_was_recorded(string file)
    {
        var report = Runner.Run(Read(file));

        Assert.NotEmpty(report.Verdicts);
        Assert.Equal([], report.Failures.Select(one => $"{one.Case}: {one.Verdict.Reason}"));
        Assert.Equal(0, report.Count(Outcome.Skipped));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recording_that_says_otherwise_fails(string file)
    {
        var falsified = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))?.AsObject() ?? [];
        var path = Path.GetTempFileName();
        foreach (var one in falsified["cases"]?.AsArray() ?? [])
        {
            Falsify(one);
        }

        File.WriteAllText(path, falsified.ToJsonString());
        var report = RecordedFile.Read(path) is { } read ? Runner.Run(read) : null;
        File.Delete(path);

        Assert.Equal(report?.Verdicts.Length, report?.Count(Outcome.Failed));
    }

    [Fact]
    public void A_file_without_cases_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "notes.json"), "{\"note\": 1}");
        File.WriteAllText(
            Path.Combine(folder.FullName, "strange.json"), "{\"cases\": [{\"name\": \"odd\", \"kind\": \"odd\"}]}");

        var reports = RecordedFile.ReadFolder(folder.FullName).Select(Runner.Run).ToList();
        folder.Delete(recursive: true);

        Assert.Equal("strange.json 0/1 (skipped 1: Party has no counterpart yet)", Assert.Single(reports).ToString());
    }

    private static RecordedFile Read(string file) =>
        RecordedFile.Read(Path.Combine(Folder, file))
            ?? throw new InvalidDataException($"Expected cases in {file}, got none.");

    // One number wrong in every case: the hash of a value, or the demand that comes of the first subscription.
    private static void Falsify(JsonNode? recorded)
    {
        if (recorded?["phash2"] is JsonValue hash)
        {
            recorded["phash2"] = hash.GetValue<long>() + 1;
        }

        var results = recorded?["steps"]?.AsArray().Select(step => step?["result"]?.AsObject()) ?? [];
        if (results.FirstOrDefault(result => result?.ContainsKey("demand") == true) is { } subscribed)
        {
            subscribed["demand"] = 1;
        }
    }
}
