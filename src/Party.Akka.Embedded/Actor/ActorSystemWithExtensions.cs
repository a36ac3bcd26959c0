namespace Akka.Actor;

/// <summary>Registering an extension and getting it in one step.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The extension whose id type is <typeparamref name="TI"/>, made now if it is the first time.</summary>
    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId => system.WithExtension<T>(typeof(TI));

    /// <summary>The extension whose id type is <paramref name="extensionId"/>, made now if it is new.</summary>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId)
        where T : class, IExtension =>
        system.GetExtension<T>() ?? (T)system.RegisterExtension(NewId(extensionId));

    private static IExtensionId NewId(Type type) => Activator.CreateInstance(type) as IExtensionId
        ?? throw new ArgumentException(
            $"Expected the type of an extension id, got {type}. Nothing was registered.", nameof(type));
}
