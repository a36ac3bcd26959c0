using System.Reflection;
using System.Text.Json;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations from text, resources and objects.</summary>
public class ConfigurationFactory
{
    private const string Reference = "akka.reference.conf";

    private static readonly Lazy<Config> DefaultConfig = new(ReadReference);

    private static readonly JsonSerializerOptions Json = new()
    {
        IncludeFields = true,
        Converters = { new DoubleText() },
    };

    /// <summary>A configuration without members.</summary>
    public static Config Empty => ParseString("");

    /// <summary>Reads a text that includes nothing.</summary>
    /// <exception cref="FormatException">The text is no HOCON; the message tells all that is wrong.</exception>
    public static Config ParseString(string hocon) => ParseString(hocon, null);

    /// <summary>Reads a text; the callback parses what it includes, by name.</summary>
    /// <exception cref="FormatException">The text is no HOCON; the message tells all that is wrong.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot>? includeCallback)
        => new(Parser.Parse(hocon, includeCallback));

    /// <summary>The configuration of the process, which is empty; <see cref="Default"/> is under it.</summary>
    public static Config Load() => Empty;

    /// <summary>The settings that the runtime itself knows, with their defaults.</summary>
    public static Config Default() => DefaultConfig.Value;

    /// <summary>Reads a resource embedded in the assembly of <typeparamref name="TAssembly"/>.</summary>
    public static Config FromResource<TAssembly>(string resourceName)
        => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Reads a resource embedded in the assembly that an object's type comes from.</summary>
    public static Config FromResource(string resourceName, object instanceInAssembly)
        => FromResource(resourceName, (instanceInAssembly as Type ?? instanceInAssembly.GetType()).Assembly);

    /// <summary>Reads a resource embedded in an assembly.</summary>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        var known = string.Join(", ", assembly.GetManifestResourceNames());
        return TryRead(resourceName, assembly)
            ?? throw new ArgumentException(
                $"Expected an embedded resource of {assembly.GetName().Name}, got \"{resourceName}\". It has: {known}.",
                nameof(resourceName));
    }

    /// <summary>Reads the public members of an object, or the entries of a dictionary, as settings.</summary>
    public static Config FromObject(object source) => ParseString(JsonSerializer.Serialize(source, Json));

    private static Config ReadReference() => TryRead(Reference, typeof(ConfigurationFactory).Assembly) ?? Empty;

    private static Config? TryRead(string resourceName, Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new(Parser.Parse(reader.ReadToEnd(), resourceName, null));
    }
}
