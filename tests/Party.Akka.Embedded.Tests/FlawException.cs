namespace Akka.Embedded.Tests;

/// <summary>What goes wrong in these tests.</summary>
public sealed class FlawException(string message) : Exception(message)
{
    public override string ToString() => Message;
}
