using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Party.Conformance.Flows;
using Party.Conformance.Recordings;
using Party.Flows;

namespace Party.Conformance.Tests;

/// <summary>What Flow refuses when a flow is built or begins to run is no C# with Party.</summary>
public sealed class RefusedFlowTests
{
    // There is no such method there; or only an extension of something else.
    private static readonly string[] NoMethod = ["CS1061", "CS1929"];

    private static readonly MetadataReference[] References =
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Party.*.dll"))
            .Concat([typeof(Akka.Actor.IActorRef).Assembly.Location, typeof(Flow).Assembly.Location])
            .DistinctBy(Path.GetFileName)
            .Where(File.Exists)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Refused => [.. Pipelines.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_Flow_refuses_does_not_compile(string name)
    {
        var errors = Compile(Pipelines[name].Operations);

        Assert.Equal([true], errors.Select(error => NoMethod.Contains(error.Id)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void The_same_compiles_without_what_is_refused(string name)
    {
        var operations = Pipelines[name].Operations;
        var allowed = operations.Take(Math.Max(1, operations.Length - 1)).TakeWhile(one => one.Name != "reduce");
        var code = FlowCode.Of(allowed).Replace(".Window(Window.Count<Term>(2))", "", StringComparison.Ordinal);

        Assert.Equal([], Compile(code).Select(error => error.ToString()));
    }

    private static Dictionary<string, RecordedPipeline> Pipelines { get; } = ReadRefused();

    private static Dictionary<string, RecordedPipeline> ReadRefused()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Recorded", "flows.json");
        var cases = RecordedFile.Read(path)?.Cases ?? [];
        return cases.Where(IsRefused).ToDictionary(
            one => one.GetProperty("name").ToString(),
            one => new RecordedPipeline(one.GetProperty("setup").GetProperty("pipeline")));
    }

    private static bool IsRefused(JsonElement recorded)
    {
        var step = recorded.GetProperty("steps")[0];
        return step.TryGetProperty("error", out _) || step.TryGetProperty("exit", out _);
    }

    private static IEnumerable<Diagnostic> Compile(IEnumerable<RecordedOperation> operations) =>
        Compile(FlowCode.Of(operations));

    private static IEnumerable<Diagnostic> Compile(string code) => CSharpCompilation
        .Create(
            "Refused",
            [CSharpSyntaxTree.ParseText(code)],
            References,
            new(OutputKind.DynamicallyLinkedLibrary))
        .GetDiagnostics()
        .Where(one => one.Severity == DiagnosticSeverity.Error);
}
