using Party.Storms.Defects;

namespace Party.Storms.Tests;

/// <summary>The program plays any number of seeds; these are the first.</summary>
public sealed class StormTests
{
    private const int Blocks = 40;
    private const int SeedsPerBlock = 50;

    public static TheoryData<int> FirstSeeds =>
        [.. Enumerable.Range(0, Blocks).Select(block => 1 + (block * SeedsPerBlock))];

    public static TheoryData<string> Defects => [.. Defect.All.Select(defect => defect.Name)];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void Whatever_happens_every_law_holds(int first) =>
        Assert.Equal([], Enumerable.Range(first, SeedsPerBlock).Select(StormSeed.Find).OfType<string>());

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_that_was_put_in_is_found(string name)
    {
        var defect = Defect.All.Single(one => one.Name == name);

        Assert.Contains(Enumerable.Range(1, 1000), defect.IsFoundBy);
    }
}
