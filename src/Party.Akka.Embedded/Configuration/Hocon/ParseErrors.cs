using System.Collections.Immutable;
using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>Which errors of a text are errors here. Akka.NET reads some texts that the format does not allow.</summary>
internal static class ParseErrors
{
    public static HoconDocument Check(HoconDocument document)
    {
        Throw(document.Errors);
        return document;
    }

    public static HoconTree Check(HoconTree tree)
    {
        Throw(tree.Errors);
        return tree;
    }

    private static bool IsForgiven(HoconError error) => error.Kind
        is HoconErrorKind.ReservedPlus
        or HoconErrorKind.LineEndInString
        or HoconErrorKind.MissingSeparator
        or HoconErrorKind.MissingKey
        or HoconErrorKind.Concatenation;

    private static void Throw(ImmutableArray<HoconError> errors)
    {
        var serious = errors.RemoveAll(IsForgiven);
        if (serious.IsEmpty)
        {
            return;
        }

        var cause = new HoconException(serious);
        throw serious[0].Kind == HoconErrorKind.Assignment
            ? new ConfigurationException(cause.Message, cause)
            : new FormatException(cause.Message, cause);
    }
}
