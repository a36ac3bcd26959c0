using System.Collections.Immutable;
using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>Throws what is wrong with a text as the exceptions that Akka.NET throws.</summary>
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

    private static void Throw(ImmutableArray<HoconError> errors)
    {
        if (errors.IsEmpty)
        {
            return;
        }

        var cause = new HoconException(errors);
        throw errors[0].Kind == HoconErrorKind.Assignment
            ? new ConfigurationException(cause.Message, cause)
            : new FormatException(cause.Message, cause);
    }
}
