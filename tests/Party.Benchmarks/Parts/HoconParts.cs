using System.Reflection;
using BenchmarkDotNet.Attributes;
using Party.Hocon;

namespace Party.Benchmarks.Parts;

/// <summary>The settings of stages with all their defaults: 120 lines, from text to a resolved tree.</summary>
[MemoryDiagnoser]
public class HoconParts
{
    private string _text = "";

    [GlobalSetup]
    public void Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("stages.reference.conf");
        using var reader = new StreamReader(stream ?? throw new InvalidOperationException("Expected the settings."));
        _text = reader.ReadToEnd();
    }

    [Benchmark]
    public HoconDocument Parse() => HoconDocument.Parse(_text);

    [Benchmark]
    public HoconTree ParseAndResolve() => HoconDocument.Parse(_text).Resolve();
}
