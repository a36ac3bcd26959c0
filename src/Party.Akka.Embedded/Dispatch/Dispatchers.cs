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

    /// <summary>The id of a dispatcher for actors that belong to a window.</summary>
    public const string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    private const int LongestAlias = 20;

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

    /// <summary>Its section, which the others fall back on.</summary>
    public Config DefaultDispatcherConfig => Section(DefaultDispatcherId);

    /// <summary>What the system offers its dispatchers.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher of that id, for one more actor.</summary>
    /// <remarks>A section may be the id of another one instead.</remarks>
    /// <exception cref="ConfigurationException">There is no such section, or its type is not known.</exception>
    /// <exception cref="InvalidOperationException">It needs a SynchronizationContext, and there is none.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        if (!_configurators.TryGetValue(dispatcherName, out var configurator))
        {
            configurator = _configurators.GetOrAdd(Unaliased(dispatcherName), Configure);
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
            "Dispatcher" => Shared(section, ExecutorOf(section, id)),
            "TaskDispatcher" => Shared(section, _system.Parts.SharedThreads(id)),
            "ForkJoinDispatcher" => Shared(section, _system.Parts.OwnThreads(id, ThreadCount(section))),
            "SynchronizedDispatcher" => Shared(section, ContextExecutor.OfThisThread(id)),
            "PinnedDispatcher" => new PinnedDispatcherConfigurator(
                section, Prerequisites, () => _system.Parts.OwnThreads(id, 1)),
            null or "" => throw new ConfigurationException(
                $"Expected {id}.type to name a kind of thread dispatcher, got nothing."),
            var type => TypeName.Instantiate<MessageDispatcherConfigurator>(type, id + ".type", section, Prerequisites),
        };
    }

    private SharedDispatcherConfigurator Shared(Config section, Executor executor) =>
        new(section, Prerequisites, executor);

    private Executor ExecutorOf(Config section, string id) => section.GetString("executor") switch
    {
        null or "" or "default-executor" or "thread-pool-executor" or "task-executor" or "channel-executor" =>
            _system.Parts.SharedThreads(id),
        "fork-join-executor" => _system.Parts.OwnThreads(id, ThreadCount(section)),
        "current-context-executor" => ContextExecutor.OfThisThread(id),
        var executor => throw new ConfigurationException(
            $"Expected {id}.executor to be default-executor, thread-pool-executor, task-executor, channel-executor, "
            + $"fork-join-executor or current-context-executor, got \"{executor}\". Nothing was started."),
    };

    private string Unaliased(string id)
    {
        var config = _system.Settings.Config;
        var last = id;
        for (var depth = 0; depth < LongestAlias; depth++)
        {
            if (_configurators.ContainsKey(last) || config.GetValue(last) is not { } value || !value.IsString())
            {
                return last;
            }

            last = config.GetString(last) ?? "";
        }

        throw new ConfigurationException(
            $"Expected a thread dispatcher at \"{id}\", got a chain of more than {LongestAlias} names of others, the "
            + $"last one \"{last}\". Look for a circle.");
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
