using System.Text.Json;
using Party.Conformance.Stages;

namespace Party.Conformance.Tests;

/// <summary>Scripts that nobody recorded: Party and its model must agree on them too.</summary>
public sealed class UnrecordedTests
{
    private const int ScriptsPerSeed = 50;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Party_and_the_model_agree_on_any_stages(int seed)
    {
        for (var script = 0; script < ScriptsPerSeed; script++)
        {
            var made = new StageScriptSource((1_000 * seed) + script).Next();

            var verdict = StageReplay.CheckParty(new(JsonSerializer.SerializeToElement(made)));

            if (verdict is not null)
            {
                Assert.Fail($"script {script}: {verdict.Reason}\n{made.ToJsonString()}");
            }
        }
    }
}
