using Akka.Actor;
using Akka.TestKit.Expectations;
using Akka.TestKit.Receiving;
using Akka.TestKit.TestActors;
using Control = Akka.TestKit.TestActor;

namespace Akka.TestKit;

/// <content>What the test actor does besides collecting messages.</content>
public abstract partial class TestKitBase
{
    /// <summary>Lets an auto-pilot answer for the test actor from now on.</summary>
    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new Control.SetAutoPilot(pilot));

    /// <summary>Drops arriving messages that the rule says true of. It replaces an earlier rule.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new Control.SetIgnore(message => shouldIgnoreMessage(message)));

    /// <summary>Drops arriving messages of a type that the rule says true of. It replaces an earlier rule.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>Drops arriving messages of a type. It replaces an earlier rule.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>Drops no message any more.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new Control.SetIgnore(null));

    /// <summary>Makes the test actor watch another one; when this returns, it does.</summary>
    /// <returns>The actor that is watched now.</returns>
    public IActorRef Watch(IActorRef actorToWatch) => Watch(actorToWatch, Blocking).Result();

    /// <summary>Makes the test actor watch another one; when the task ends, it does.</summary>
    /// <returns>The actor that is watched now.</returns>
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => Watch(actorToWatch, Awaiting).AsTask();

    /// <summary>Ends a watch; when this returns, it has ended.</summary>
    /// <returns>The actor that is not watched any more.</returns>
    public IActorRef Unwatch(IActorRef actorToUnwatch) => Unwatch(actorToUnwatch, Blocking).Result();

    /// <summary>Ends a watch; when the task ends, it has ended.</summary>
    /// <returns>The actor that is not watched any more.</returns>
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => Unwatch(actorToUnwatch, Awaiting).AsTask();

    private ValueTask<IActorRef> Watch(IActorRef actor, Waiting waiting) =>
        Inside(context => context.Watch(actor), waiting, default);

    private ValueTask<IActorRef> Unwatch(IActorRef actor, Waiting waiting) =>
        Inside(context => context.Unwatch(actor), waiting, default);

    private async ValueTask<T> Inside<T>(
        Func<IActorContext, T> function,
        Waiting waiting,
        CancellationToken cancellationToken)
    {
        var errand = new Errand<T>(function);
        var limit = Dilated(TestKitSettings.DefaultTimeout);
        TestActor.Tell(errand, ActorRefs.NoSender);
        if (await waiting.For(errand.Outcome, limit, cancellationToken))
        {
            return await errand.Outcome;
        }

        throw new TimeoutException(
            $"Expected an answer of {TestActor.Path} within {Wording.Of(limit)}, got none. It is busy, or has ended.");
    }
}
