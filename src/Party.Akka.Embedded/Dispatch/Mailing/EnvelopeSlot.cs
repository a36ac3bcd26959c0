using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Dispatch.Mailing;

/// <summary>A place in a ring, free where there is no message.</summary>
internal struct EnvelopeSlot
{
    public object? Message;

    [AllowNull]
    public IActorRef Sender;
}
