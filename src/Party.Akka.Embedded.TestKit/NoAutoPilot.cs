using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Switches automatic answers off; also the state in which every test actor starts.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only one: it can be compared by reference.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <summary>Does nothing and stays in place.</summary>
    public override AutoPilot Run(IActorRef sender, object message) => this;
}
