namespace Akka.Actor;

/// <summary>Marks messages that are no activity: the receive timeout goes on as if they had not come.</summary>
public interface INotInfluenceReceiveTimeout
{
}
