using System.Text.Json.Nodes;
using Party.Conformance.Recordings;

namespace Party.Conformance.Tests;

/// <summary>The recordings that came with the project, replayed; the runner takes any other folder of them.</summary>
public sealed class RecordedTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recorded");

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Party_does_what_was_recorded(string file)
    {
        var report = Runner.Run(Read(file));

        Assert.NotEmpty(report.Verdicts);
        Assert.Equal([], report.Failures.Select(one => $"{one.Case}: {one.Verdict.Reason}"));
        Assert.Equal(report.Verdicts.Length, report.Count(Outcome.Passed) + report.Count(Outcome.Skipped));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recording_that_says_otherwise_fails(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var falsified = JsonNode.Parse(text, documentOptions: RecordedFile.Deep)?.AsObject() ?? [];
        var path = Path.GetTempFileName();
        foreach (var one in falsified["cases"]?.AsArray() ?? [])
        {
            Falsify(one);
        }

        File.WriteAllText(path, falsified.ToJsonString());
        var report = RecordedFile.Read(path) is { } read ? Runner.Run(read) : null;
        File.Delete(path);

        Assert.NotNull(report);
        Assert.Equal(report.Verdicts.Length, report.Count(Outcome.Failed) + BeyondTheFormat(report));
    }

    [Fact]
    public void At_most_three_in_a_hundred_cases_are_beyond_its_types()
    {
        var reports = Directory.EnumerateFiles(Folder, "dispatcher_*.json")
            .Concat(Directory.EnumerateFiles(Folder, "stages*.json"))
            .Concat(Directory.EnumerateFiles(Folder, "flows*.json"))
            .Select(path => Runner.Run(Read(Path.GetFileName(path))))
            .ToList();

        var skipped = reports.Sum(report => report.Count(Outcome.Skipped));

        Assert.InRange(skipped, 0, reports.Sum(report => report.Verdicts.Length) * 3 / 100);
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

    // What Akka.NET does beside the HOCON specification, or with settings of its own, is not held against Party.
    private static int BeyondTheFormat(FileReport report) =>
        report.Verdicts.Count(one => one.Verdict.Reason.Contains("Akka.NET", StringComparison.Ordinal)
            && one.Verdict.Outcome == Outcome.Skipped);

    private static RecordedFile Read(string file) =>
        RecordedFile.Read(Path.Combine(Folder, file))
            ?? throw new InvalidDataException($"Expected cases in {file}, got none.");

    // One thing wrong in every case: the hash of a value, the text of a configuration or the kind of an error, all that
    // was asked, or what the last step came to.
    private static void Falsify(JsonNode? recorded)
    {
        if (recorded?["result"] is JsonObject configuration)
        {
            configuration["toString"] = "false";
            configuration["isNull"] = configuration.ContainsKey("isNull") ? false : null;
        }

        if (recorded?["error"] is JsonObject error)
        {
            error["type"] = "false";
        }

        if (recorded?["result"] is null && recorded?["probes"] is JsonArray { Count: > 0 } probes)
        {
            probes[0]!["value"] = "false";
        }

        if (recorded?["phash2"] is JsonValue hash)
        {
            recorded["phash2"] = hash.GetValue<long>() + 1;
        }

        if (recorded?["setup"] is not null && recorded["steps"] is JsonArray { Count: > 0 } steps)
        {
            FalsifyStep(steps.OfType<JsonObject>().LastOrDefault(step => step["log"] is JsonObject { Count: > 0 })
                ?? steps[^1]!.AsObject());
        }
    }

    // A callback that was not called, a delivery that did not come, an error that was none, or the other way round.
    private static void FalsifyStep(JsonObject step)
    {
        if (step["log"] is JsonObject { Count: > 0 } log)
        {
            log.Remove(log.First().Key);
        }
        else if (step["messages"] is JsonArray { Count: > 0 } messages)
        {
            messages.RemoveAt(0);
        }
        else if (step.Remove("error"))
        {
            step["result"] = new JsonObject { ["ok"] = true };
        }
        else
        {
            step["result"] = new JsonObject { ["error"] = "false" };
        }
    }
}
