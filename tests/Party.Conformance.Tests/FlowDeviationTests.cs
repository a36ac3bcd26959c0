using Party.Conformance.Deviations;
using Party.Conformance.Flows;
using Party.Conformance.Flows.Models;
using Party.Conformance.Flows.Subjects;
using Party.Conformance.Recordings;

namespace Party.Conformance.Tests;

/// <summary>What is Party's own in flows is so by its defaults, and by them alone.</summary>
public sealed class FlowDeviationTests
{
    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Recorded", "flows.json");

    [Fact]
    public void Party_leaves_a_recording_where_a_deviation_does()
    {
        var scripts = (RecordedFile.Read(Recorded)?.Cases ?? []).Select(one => new FlowScript(one)).ToList();

        var left = scripts.Where(script => !PartyFlows.Run(script, asFlow: false).SequenceEqual(script.Recorded));
        var expected = scripts.Where(script => !FlowModel.Run(script, Switches.All).SequenceEqual(script.Recorded));

        Assert.Equal(expected.Where(IsRun), left.Where(IsRun));
        Assert.Contains(expected, IsRun);
    }

    // What is refused is told in other words.
    private static bool IsRun(FlowScript script) =>
        !FlowRecord.IsRefused(script.Recorded) && !script.Recorded.SequenceEqual(FlowRecord.Exit);
}
