using System.Reflection;
using Xunit.Abstractions;

namespace Party.House.Tests.Surface;

public sealed class SurfaceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Party.Akka.Embedded")]
    [InlineData("Party.Akka.Embedded.TestKit")]
    public void Whatever_compiles_here_compiles_against_Akka_NET(string assembly)
    {
        if (ApiDocument.Load() is not { } document)
        {
            output.WriteLine("Inconclusive: there is no shared/reference above this folder, and PARTY_SHARED names "
                + "none. Nothing was compared.");
            return;
        }

        var comparison = new SurfaceComparison(document);
        var types = OwnSurface.Types(Assembly.Load(assembly)).ToList();
        var differences = types.SelectMany(comparison.Differences).ToList();

        output.WriteLine($"{assembly}: {types.Count} types compared.");
        Assert.True(
            differences.Count == 0,
            $"{differences.Count} differences:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }
}
