using System.Text.Json;
using Party.Conformance.Flows;
using Party.Conformance.Recordings;

namespace Party.Conformance.Tests;

/// <summary>Pipelines that nobody recorded: Party and its model must agree on them too.</summary>
public sealed class UnrecordedFlowTests
{
    private const int PipelinesPerSeed = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Party_and_the_model_agree_on_any_pipeline(int seed)
    {
        for (var pipeline = 0; pipeline < PipelinesPerSeed; pipeline++)
        {
            var made = new FlowScriptSource((1_000 * seed) + pipeline).Next();
            var script = new FlowScript(JsonSerializer.SerializeToElement(made));

            if (FlowReplay.CheckParty(script) is { Outcome: Outcome.Failed } verdict)
            {
                Assert.Fail($"pipeline {pipeline}: {verdict.Reason}\n{made["setup"]?.ToJsonString()}");
            }
        }
    }
}
