using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The messages that steer a test actor; the methods of <see cref="TestKitBase"/> send them.</summary>
public static class TestActor
{
    /// <summary>The auto-pilot's answer "go on asking me".</summary>
    public static AutoPilot KeepRunning => TestKit.KeepRunning.Instance;

    /// <summary>The auto-pilot's answer "ask nobody".</summary>
    public static AutoPilot NoAutoPilot => TestKit.NoAutoPilot.Instance;

    /// <summary>The envelope that stands for no message.</summary>
    public static NullMessageEnvelope NullMessage => NullMessageEnvelope.Instance;

    /// <summary>Says of an arriving message whether the test is not to see it.</summary>
    public delegate bool Ignore(object message);

    /// <summary>Replaces the rule by which arriving messages are dropped.</summary>
    public class SetIgnore : INoSerializationVerificationNeeded
    {
        /// <summary>From now on drop what the rule says; null drops nothing.</summary>
        public SetIgnore(Ignore? ignore) => Ignore = ignore;

        /// <summary>The new rule, or null for none.</summary>
        public Ignore? Ignore { get; }
    }

    /// <summary>Makes the test actor watch another one, so that the test gets its <see cref="Terminated"/>.</summary>
    public class Watch : INoSerializationVerificationNeeded
    {
        /// <summary>Names the actor whose end is of interest.</summary>
        public Watch(IActorRef actorToWatch) => Actor = actorToWatch;

        /// <summary>The actor whose end is of interest.</summary>
        public IActorRef Actor { get; }
    }

    /// <summary>Ends a watch.</summary>
    public class Unwatch : INoSerializationVerificationNeeded
    {
        /// <summary>Names the actor whose end is of no interest any more.</summary>
        public Unwatch(IActorRef actorToUnwatch) => Actor = actorToUnwatch;

        /// <summary>The actor whose end is of no interest any more.</summary>
        public IActorRef Actor { get; }
    }

    /// <summary>Replaces the auto-pilot.</summary>
    public class SetAutoPilot : INoSerializationVerificationNeeded
    {
        /// <summary>From now on ask this auto-pilot about every message.</summary>
        public SetAutoPilot(AutoPilot autoPilot) => AutoPilot = autoPilot;

        /// <summary>The new auto-pilot.</summary>
        public AutoPilot AutoPilot { get; }
    }
}
