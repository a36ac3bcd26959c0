namespace Party.Flows.Tests.Pipelines;

public sealed class PipelineTests : FlowTest
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_flow_comes_to_what_linq_comes_to(int seed)
    {
        var sketch = new Sketcher(seed).Make();

        var events = await Sorted(sketch.Flow);

        Assert.True(
            sketch.Model.Order().SequenceEqual(events),
            $"Expected {sketch.Model.Count} events, got {events.Count}, of {sketch.Text}.");
    }
}
