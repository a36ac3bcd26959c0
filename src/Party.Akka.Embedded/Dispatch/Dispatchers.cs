using System.Collections.Concurrent;
using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Dispatch.Executing;

namespace Akka.Dispatch;

/// <summary>The thread dispatchers of a system, each described by the configuration section at its id.</summary>
public sealed class Dispatchers
{
    /// <summary>The id of the dispatcher for actors that ask for none.</summary>
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>The id of a dispatcher for actors that block.</summary>
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    private readonly ConcurrentDictionary<string, MessageDispatcherConfigurator> _configurators =
        new(StringComparer.Ordinal);
    private readonly EmbeddedActorSystem _system;

    internal Dispatchers(EmbeddedActorSystem system)
    {
        _system = system;
        Prerequisites = new SystemPrerequisites(system);
        DefaultGlobalDispatcher = Lookup(DefaultDispatcherId);
    }

    /// <summary>The dispatcher for actors that ask for none.</summary>
    public MessageDispatcher DefaultGlobalDispatcher { get; }

    /// <summary>What the system offers its dispatchers.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher of that id, for one more actor.</summary>
    /// <exception cref="ConfigurationException">There is no such section, or its type is not known.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        if (!_configurators.TryGetValue(dispatcherName, out var configurator))
        {
            configurator = _configurators.GetOrAdd(dispatcherName, Configure);
        }

        return configurator.Dispatcher();
    }

    /// <summary>Whether there is a dispatcher of that id.</summary>
    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || _system.Settings.Config.HasPath(id);

    /// <summary>Adds a dispatcher that is not in the configuration; false where the id is in use.</summary>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) =>
        _configurators.TryAdd(id, configurator);

    private MessageDispatcherConfigurator Configure(string id)
    {
        if (!_system.Settings.Config.HasPath(id))
        {
            throw new ConfigurationException(
                $"Expected a thread dispatcher at \"{id}\", got no such section. "
                + "Add one, or correct the id in Props or akka.actor.deployment. Nothing was started.");
        }

        var section = Section(id);
        return section.GetString("type") switch
        {
            "Dispatcher" or "TaskDispatcher" => new SharedDispatcherConfigurator(
                section, Prerequisites, _system.Parts.SharedThreads(id)),
            "ForkJoinDispatcher" => new SharedDispatcherConfigurator(
                section, Prerequisites, _system.Parts.OwnThreads(id, ThreadCount(section))),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(
                section, Prerequisites, () => _system.Parts.OwnThreads(id, 1)),
            null or "" => throw new ConfigurationException(
                $"Expected {id}.type to name a kind of thread dispatcher, got nothing."),
            var type => TypeName.Instantiate<MessageDispatcherConfigurator>(type, id + ".type", section, Prerequisites),
        };
    }

    private static int ThreadCount(Config section) =>
        section.GetInt("dedicated-thread-pool.thread-count", Environment.ProcessorCount);

    private Config Section(string id)
    {
        var config = _system.Settings.Config;
        var defaults = id == DefaultDispatcherId ? ConfigurationFactory.Empty : config.GetConfig(DefaultDispatcherId);
        var named = ConfigurationFactory.ParseString($"id = \"{id}\"");
        return named.WithFallback(config.GetConfig(id)).WithFallback(defaults);
    }
}
