using Akka.Actor;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;

namespace Akka.TestKit;

/// <content>Nothing comes, or an actor's end does.</content>
public abstract partial class TestKitBase
{
    /// <summary>Expects no message for what remains of the <c>Within</c> block, or else the usual time.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        Silence(RemainingOrDefault, Blocking, cancellationToken).Result();

    /// <summary>Expects no message for a time; a message that lies there already fails it at once.</summary>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Silence(Dilated(duration), Blocking, cancellationToken).Result();

    /// <summary>Expects no message for a number of milliseconds.</summary>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsg(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        Silence(RemainingOrDefault, Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        Silence(Dilated(duration), Awaiting, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(int, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNoMsgAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    /// <summary>Expects the next message to be the end of an actor that this kit watches.</summary>
    public Terminated ExpectTerminated(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.End(target), timeout, hint, Blocking, cancellationToken).Result();

    /// <inheritdoc cref="ExpectTerminated"/>
    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default) =>
        One(Expect.End(target), timeout, hint, Awaiting, cancellationToken);

    private async ValueTask Silence(TimeSpan limit, Waiting waiting, CancellationToken cancellationToken)
    {
        var start = Time;
        var envelope = await Next(limit, waiting, cancellationToken);
        if (envelope is RealMessageEnvelope)
        {
            throw Failed(new Report("no message", envelope, _inbox) { Limit = limit, Elapsed = Time - start });
        }
    }
}
