using System.Text.Json;
using System.Text.Json.Nodes;
using Party.Conformance.Stages;

namespace Party.Conformance.Tests;

/// <summary>Scripts that nobody recorded: Party and its model must agree on them too.</summary>
public sealed class UnrecordedTests
{
    private const int ScriptsPerSeed = 50;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Party_and_the_model_agree_on_any_demand(int seed) =>
        Play(seed, script => new StageScriptSource(script).Next());

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Party_and_the_model_agree_on_any_end(int seed) =>
        Play(seed, script => new LifeScriptSource(script).Next());

    private static void Play(int seed, Func<int, JsonObject> source)
    {
        for (var script = 0; script < ScriptsPerSeed; script++)
        {
            var made = source((1_000 * seed) + script);

            if (StageReplay.CheckParty(new(JsonSerializer.SerializeToElement(made))) is { } verdict)
            {
                Assert.Fail($"script {script}: {verdict.Reason}\n{made.ToJsonString()}");
            }
        }
    }
}
