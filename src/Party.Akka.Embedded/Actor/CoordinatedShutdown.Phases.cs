namespace Akka.Actor;

/// <content>The phases of the default configuration, in their order.</content>
public sealed partial class CoordinatedShutdown
{
    /// <summary>The first one, before the application stops taking requests.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Take no more requests.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Wait for requests in progress.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>Close what requests came in by.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>The last thing before a node leaves its cluster.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>Hand over shards. Without a cluster, a place like any other.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>Leave the cluster. Without a cluster, a place like any other.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>Hand over singletons. Without a cluster, a place like any other.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>Wait until that is done. Without a cluster, a place like any other.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>Shut the cluster down. Without a cluster, a place like any other.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>The last thing while there are actors.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>End the actor system.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";
}
