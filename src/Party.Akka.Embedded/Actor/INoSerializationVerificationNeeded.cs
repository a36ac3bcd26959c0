namespace Akka.Actor;

/// <summary>Marks messages that never leave the process, so that no test needs to serialize them.</summary>
public interface INoSerializationVerificationNeeded
{
}
