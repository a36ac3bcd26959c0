namespace Akka.Actor;

/// <summary>
/// Marks messages that do not count as activity: the receive timeout goes on as if they had not come.
/// </summary>
public interface INotInfluenceReceiveTimeout
{
}
