using System.Runtime.CompilerServices;
using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>Reads HOCON.</summary>
public class Parser
{
    /// <summary>Reads a text; the callback parses what it includes, by name, usually with this method again.</summary>
    /// <exception cref="FormatException">The text is no HOCON; the message tells all that is wrong.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot>? includeCallback)
        => Parse(text, "text", includeCallback);

    internal static HoconRoot Parse(string text, string source, Func<string, HoconRoot>? includeCallback)
    {
        // A text that includes itself comes here again and again, by way of the callback.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FormatException("Expected includes that end, got more than the stack holds.");
        }

        Func<HoconInclude, HoconDocument?>? includer = includeCallback is null
            ? null
            : include => includeCallback(include.Name).Document;
        return new(ParseErrors.Check(HoconDocument.Parse(text, source, includer, HoconLeniency.All)));
    }
}
