namespace Akka.TestKit;

/// <summary>Marks a kit whose test actor is not to be the sender of what the test tells without naming one.</summary>
public interface INoImplicitSender
{
}
