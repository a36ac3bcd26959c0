using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes the thread dispatchers of one configuration section.</summary>
/// <remarks>A type of one's own is named by <c>type</c> in that section and has a constructor like this one.</remarks>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>Keeps the section and the surroundings.</summary>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The section, with its path under <c>id</c>.</summary>
    public Config Config { get; }

    /// <summary>What the system offers its dispatchers.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher for the next actor: the same one every time, or one of its own.</summary>
    public abstract MessageDispatcher Dispatcher();
}
