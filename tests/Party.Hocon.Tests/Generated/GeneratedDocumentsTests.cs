using System.Globalization;
using Xunit.Abstractions;

namespace Party.Hocon.Tests.Generated;

/// <summary>Thousands of documents by seed; PARTY_HOCON_DOCUMENTS asks for another number of them.</summary>
public sealed class GeneratedDocumentsTests(ITestOutputHelper output)
{
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("PARTY_HOCON_DOCUMENTS") ?? "2500", CultureInfo.InvariantCulture);

    // What a document of a few hundred characters may allocate that describes something endless.
    private const long MostBytes = 200_000_000;

    [Theory]
    [InlineData(HoconLeniency.None)]
    [InlineData(HoconLeniency.All)]
    public void Well_formed_documents_have_no_error_in_their_text(HoconLeniency leniency)
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var text = new DocumentGenerator(seed).Write();
            var document = Parse(text, leniency);

            Assert.True(document.Errors.IsEmpty, $"Seed {seed}: {string.Join('\n', document.Errors)}\n{text}");
            Check(document, seed, text);
        }
    }

    [Theory]
    [InlineData(HoconLeniency.None)]
    [InlineData(HoconLeniency.All)]
    public void Damaged_documents_end_with_errors_that_have_a_place(HoconLeniency leniency)
    {
        var refused = 0;
        for (var seed = 0; seed < Count; seed++)
        {
            var text = new DocumentGenerator(seed).WriteDamaged();
            var document = Parse(text, leniency);
            refused += document.Errors.IsEmpty ? 0 : 1;

            Check(document, seed, text);
        }

        output.WriteLine($"{Count} damaged documents, {refused} of them refused.");
        Assert.InRange(refused, Count / 3, Count - 1);
    }

    private static void Check(HoconDocument document, int seed, string text)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var tree = document.Resolve(Texts.NoVariables);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < MostBytes, $"Seed {seed}: {text}");

        var lines = text.Split(["\r\n", "\n", "\r", "\u2028", "\u2029"], StringSplitOptions.None);

        Assert.All(tree.Errors, error =>
        {
            Assert.True(error.Position.Source is "main" or "inner", $"Seed {seed}: {error}");
            Assert.True(
                error.Position.Source == "inner" || error.Position.Line <= lines.Length,
                $"Seed {seed}: {error}");
            Assert.True(error.Position.Column >= 1, $"Seed {seed}: {error}");
            Assert.Matches("^(Expected|Cannot|Rule) ", error.Message);
        });
        Walk(tree.Root);
    }

    private static HoconDocument Parse(string text, HoconLeniency leniency) => HoconDocument.Parse(
        text, "main", include => include.Name == "inner" ? include.Parse(
            "in { a = ${?a} }\nb = 1",
            "inner") : null, leniency);

    private static int Walk(HoconNode node) => node switch
    {
        HoconArrayNode array => 1 + array.Items.Sum(Walk),
        HoconObjectNode members => 1 + members.Members.Values.Sum(Walk),
        _ => 1,
    };
}
