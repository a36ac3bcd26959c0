namespace Akka.Actor;

/// <summary>Marks what exists once per system and is reached through an <see cref="IExtensionId"/>.</summary>
public interface IExtension
{
}
