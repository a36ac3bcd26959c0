using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Whether a configuration has all that another has, so that a fallback would add nothing.</summary>
internal static class Containment
{
    public static bool Has(Config config, Config other)
        => other.Root.GetObject() is not { } members || Has(config, members, "");

    private static bool Has(Config config, HoconObject members, string path)
        => members.Items.All(item => Has(config, item.Value, path.Length == 0 ? item.Key : $"{path}.\"{item.Key}\""));

    // Values are compared as text, so that all that is no text is the same; of arrays, only what they contain counts.
    private static bool Has(Config config, HoconValue value, string path)
    {
        if (!config.HasPath(path))
        {
            return false;
        }

        if (value.GetObject() is { } members)
        {
            return Has(config, members, path);
        }

        return value.IsArray()
            ? value.GetStringList().All(config.GetStringList(path).Contains)
            : value.GetString() == config.GetString(path);
    }
}
