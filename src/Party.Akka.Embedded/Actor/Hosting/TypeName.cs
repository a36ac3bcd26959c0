using System.Reflection;
using Akka.Configuration;

namespace Akka.Actor.Hosting;

/// <summary>Types that the configuration names.</summary>
/// <remarks>
/// A name is written as for Akka.NET: <c>Namespace.Type, Assembly</c>. Its own assemblies, <c>Akka</c> and
/// <c>Akka.TestKit</c>, stand for those of this runtime.
/// </remarks>
internal static class TypeName
{
    private static readonly Assembly Own = typeof(TypeName).Assembly;

    /// <summary>Makes an instance by the constructor that takes the arguments, or else by the one without.</summary>
    /// <exception cref="ConfigurationException">There is no such type, or it can't be constructed.</exception>
    public static T Instantiate<T>(string name, string path, params object[] arguments)
        where T : class
    {
        var type = Find(name)
            ?? throw new ConfigurationException(
                $"Expected {path} to name a type as \"Namespace.Type, Assembly\", got \"{name}\". It was not found.");
        try
        {
            var fits = type.GetConstructor([.. arguments.Select(argument => argument.GetType())]) is not null;
            return Activator.CreateInstance(type, fits ? arguments : null) as T
                ?? throw new ConfigurationException($"Expected {path} to name a {typeof(T)}, got {type}.");
        }
        catch (Exception error) when (error is MemberAccessException or TargetInvocationException)
        {
            throw new ConfigurationException(
                $"Cannot construct {type}, named by {path}: {(error.InnerException ?? error).Message}", error);
        }
    }

    /// <summary>The type of that name; null where there is none.</summary>
    public static Type? Find(string name) =>
        Type.GetType(name, Resolve, typeResolver: null, throwOnError: false) ?? Own.GetType(name);

    private static Assembly? Resolve(AssemblyName name)
    {
        var wanted = name.Name switch
        {
            "Akka" => Own.GetName(),
            "Akka.TestKit" or "Akka.TestKit.Xunit2" => new AssemblyName(Own.GetName().Name + ".TestKit"),
            _ => name,
        };

        try
        {
            return Assembly.Load(wanted);
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }
}
