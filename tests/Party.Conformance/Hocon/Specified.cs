using Akka.Configuration;
using Party.Hocon;

namespace Party.Conformance.Hocon;

/// <summary>What becomes of texts that Akka.NET reads against the specification, or dies of.</summary>
internal static class Specified
{
    private static readonly bool IsAkkaItself = typeof(Config).Assembly.GetName().Name == "Akka";

    /// <summary>Null where the text was read or refused as it should be; else what is wrong.</summary>
    /// <remarks>
    /// That it returns at all is the point of many a case. Akka.NET's own parser dies of some, or takes all the memory
    /// there is: it is spared them.
    /// </remarks>
    public static string? Check(RecordedCase recorded)
    {
        if (!IsAkkaItself)
        {
            CaseRun.Of(recorded);
        }

        var tree = HoconDocument.Parse(recorded.Text, recorded.Name, Include).Resolve();
        var homeless = tree.Errors.Where(error => error.Position.Source.Length == 0 || error.Position.Line < 1);
        return homeless.FirstOrDefault() is { } error ? $"expected an error with a position, got {error}" : null;

        HoconDocument? Include(HoconInclude include)
            => (string?)recorded.Includes?[include.Name] is { } text ? include.Parse(text, include.Name) : null;
    }
}
