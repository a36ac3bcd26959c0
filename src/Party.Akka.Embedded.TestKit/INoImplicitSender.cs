namespace Akka.TestKit;

/// <summary>Marks a kit whose test actor must not become the sender of what the test tells without naming one.</summary>
public interface INoImplicitSender
{
}
