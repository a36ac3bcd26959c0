using System.Globalization;
using Xunit.Abstractions;

namespace Party.Hocon.Tests.Storms;

/// <summary>Documents by seed: half of them mean something, half are mangled. PARTY_STORM says how many.</summary>
public sealed class StormTests(ITestOutputHelper output)
{
    // What a document may allocate: so much at all, for each character of it, for each value that it comes to, and for
    // each character of that.
    private const long Start = 20_000_000;
    private const long PerCharacter = 2_000;
    private const long PerValue = 2_000;
    private const long PerResolvedCharacter = 16;

    // What one may allocate that describes more than Party.Hocon makes of any text.
    private const long Beyond = 200_000_000;

    // As docs/deviations.md says.
    private const int MostLevels = 300;

    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("PARTY_STORM") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public void Documents_mean_what_they_were_written_for()
    {
        for (var seed = 0; seed < Count / 2; seed++)
        {
            var document = new KnownDocument(seed);

            var tree = Check(document.Text, HoconLeniency.None, seed);

            Assert.True(tree.Errors.IsEmpty, $"Seed {seed}: {string.Join('\n', tree.Errors)}\n{document.Text}");
            Assert.Equal(document.Meaning, Texts.Show(tree.Root));
        }

        output.WriteLine($"{Count / 2} documents mean what they were written for.");
    }

    [Fact]
    public void Mangled_documents_end_in_time_within_bounds_and_say_where_they_are_wrong()
    {
        var (refused, errors) = (0, 0);
        for (var seed = 0; seed < Count - (Count / 2); seed++)
        {
            var text = new Mangler(seed).Write();

            var tree = Check(text, HoconLeniency.None, seed);
            var lenient = Check(text, HoconLeniency.All, seed);

            refused += tree.Errors.IsEmpty ? 0 : 1;
            errors += tree.Errors.Length + lenient.Errors.Length;
        }

        output.WriteLine($"{Count - (Count / 2)} mangled documents, {refused} refused, {errors} errors with a place.");
        Assert.InRange(refused, Count / 4, Count / 2);
    }

    private static HoconTree Check(string text, HoconLeniency leniency, int seed)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tree = HoconDocument.Parse(text, "storm", leniency: leniency).Resolve(Texts.NoVariables);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var isBeyond = tree.Errors.Any(error => error.Kind == HoconErrorKind.Limit);
        var most = isBeyond ? Beyond : Start + (PerCharacter * text.Length) + Worth(tree.Root);
        Assert.True(allocated <= most, $"Seed {seed}: {allocated} bytes of {most} for {text.Length} characters.");
        Assert.InRange(Height(tree.Root), 1, MostLevels);

        var lines = 1 + text.Count(c => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029');
        foreach (var error in tree.Errors)
        {
            var (source, line, column) = error.Position;
            Assert.True(source == "storm" && line >= 1 && line <= lines && column >= 1, $"Seed {seed}: {error}");
            Assert.True(column <= text.Length + 1, $"Seed {seed}: {error}");
        }

        return tree;
    }

    private static long Worth(HoconNode node) => PerValue + Children(node).Sum(Worth)
        + (PerResolvedCharacter * ((node as HoconScalarNode)?.Text.Length ?? 0));

    private static int Height(HoconNode node) => 1 + Children(node).Select(Height).DefaultIfEmpty(0).Max();

    private static IEnumerable<HoconNode> Children(HoconNode node) => node switch
    {
        HoconArrayNode array => array.Items,
        HoconObjectNode members => members.Members.Values,
        _ => [],
    };
}
