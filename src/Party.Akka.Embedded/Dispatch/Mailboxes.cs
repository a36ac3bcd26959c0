using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>The kinds of mailbox of a system, each described by the configuration section at its id.</summary>
public class Mailboxes
{
    /// <summary>The id of the mailbox for actors that ask for none.</summary>
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";

    /// <summary>The id of a mailbox that was not asked for.</summary>
    public static readonly string NoMailboxRequirement = "";

    private readonly ConcurrentDictionary<string, MailboxType> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Type Actor, string Mailbox, string Home), MailboxType> _chosen = new();
    private readonly EmbeddedActorSystem _system;

    internal Mailboxes(EmbeddedActorSystem system) => _system = system;

    private Config Config => _system.Settings.Config;

    /// <summary>The kind of mailbox of that id.</summary>
    /// <exception cref="ConfigurationException">There is no such section, or its type is not known.</exception>
    public MailboxType Lookup(string id) => _types.GetOrAdd(id, Configure);

    /// <summary>The kind of mailbox that akka.actor.mailbox.requirements names for a kind of queue.</summary>
    /// <exception cref="ConfigurationException">It names none.</exception>
    public MailboxType LookupByQueueType(Type queueType) => Lookup(RequiredId(queueType)
        ?? throw new ConfigurationException(
            $"Expected akka.actor.mailbox.requirements to name a mailbox for {queueType}, got nothing. Add it."));

    /// <summary>Whether a class of actors asks for a kind of queue.</summary>
    public bool HasRequiredType(Type actorType) => GetRequiredType(actorType) is not null;

    /// <summary>The kind of queue that a class of actors asks for, by IRequiresMessageQueue; null for none.</summary>
    public Type? GetRequiredType(Type actorType) => ArgumentOf(typeof(IRequiresMessageQueue<>), actorType);

    /// <summary>Whether a kind of mailbox says what queue it has, by IProducesMessageQueue.</summary>
    public bool ProducesMessageQueue(Type mailboxType) =>
        ArgumentOf(typeof(IProducesMessageQueue<>), mailboxType) is not null;

    /// <summary>The mailbox of an actor: its own wish, that of its dispatcher, or what its class requires.</summary>
    /// <returns>Null for the mailbox that is built in: it has no limit, and takes messages back at its front.</returns>
    internal MailboxType? TypeFor(Props props, MessageDispatcher dispatcher) =>
        Chosen(props, dispatcher) is var type and not (UnboundedMailbox or UnboundedDequeBasedMailbox) ? type : null;

    /// <summary>Whether that mailbox is one of the runtime's own that take messages back at their front.</summary>
    internal bool TakesBack(Props props, MessageDispatcher dispatcher) =>
        Chosen(props, dispatcher) is UnboundedDequeBasedMailbox or BoundedDequeBasedMailbox;

    /// <summary>How many messages a stash holds on that thread dispatcher and mailbox; -1 for any number.</summary>
    /// <remarks>The mailbox has the first word, then the dispatcher, then the default mailbox.</remarks>
    public int StashCapacity(string dispatcher, string mailbox)
    {
        const string Key = "stash-capacity";
        string[] ids = [mailbox, dispatcher, DefaultMailboxId];
        var path = ids.Where(id => id.Length > 0).Select(id => $"{id}.{Key}").FirstOrDefault(Config.HasPath);
        return path is null ? Deploy.NoStashSize : Config.GetInt(path);
    }

    private static Type? ArgumentOf(Type generic, Type type) => Array
        .Find(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == generic)
        ?.GetGenericArguments()[0];

    private static MailboxType Checked(MailboxType mailbox, Type? required, Props props)
    {
        var queue = ArgumentOf(typeof(IProducesMessageQueue<>), mailbox.GetType()) ?? typeof(IMessageQueue);
        return required is null || required.IsAssignableFrom(queue)
            ? mailbox
            : throw new ArgumentException(
                $"Expected a mailbox for {props.Type} whose queue is a {required.Name}, got {mailbox.GetType()}, which "
                + $"makes a {queue.Name}. Nothing was started.");
    }

    private MailboxType Chosen(Props props, MessageDispatcher dispatcher)
    {
        var key = (props.Type, props.Deploy.Mailbox, dispatcher.Id);
        return _chosen.TryGetValue(key, out var type) ? type : _chosen.GetOrAdd(key, Choose(props, dispatcher));
    }

    private MailboxType Choose(Props props, MessageDispatcher dispatcher)
    {
        var required = ArgumentOf(typeof(IRequiresMessageQueue<>), props.Type);
        if (props.Deploy.Mailbox.Length > 0)
        {
            return Checked(Lookup(props.Deploy.Mailbox), required, props);
        }

        if (dispatcher.Configurator.Config.HasPath("mailbox-type"))
        {
            return Checked(Lookup(dispatcher.Id), required, props);
        }

        return Lookup((required is null ? null : RequiredId(required)) ?? DefaultMailboxId);
    }

    private string? RequiredId(Type queueType) =>
        Config.GetString($"akka.actor.mailbox.requirements.\"{queueType.FullName}, Akka\"");

    private MailboxType Configure(string id)
    {
        if (!Config.HasPath(id))
        {
            throw new ConfigurationException(
                $"Expected a mailbox at \"{id}\", got no such section. "
                + "Add one, or correct the id in Props or akka.actor.deployment. Nothing was started.");
        }

        var path = id + ".mailbox-type";
        var section = Section(id);
        var type = section.GetString("mailbox-type");
        return string.IsNullOrEmpty(type)
            ? throw new ConfigurationException($"Expected {path} to name a kind of mailbox, got nothing.")
            : TypeName.Instantiate<MailboxType>(type, path, _system.Settings, section);
    }

    private Config Section(string id) =>
        (Config.GetConfig(id) ?? Config.Empty).SafeWithFallback(Config.GetConfig(DefaultMailboxId)) ?? Config.Empty;
}
