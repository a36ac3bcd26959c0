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

    private readonly ConcurrentDictionary<string, MailboxType> _types = new(StringComparer.Ordinal);
    private readonly EmbeddedActorSystem _system;

    internal Mailboxes(EmbeddedActorSystem system) => _system = system;

    private Config Config => _system.Settings.Config;

    /// <summary>The kind of mailbox of that id.</summary>
    /// <exception cref="ConfigurationException">There is no such section, or its type is not known.</exception>
    public MailboxType Lookup(string id) => _types.GetOrAdd(id, Configure);

    /// <summary>The mailbox of an actor: its own wish, that of its thread dispatcher, or what its class requires.</summary>
    /// <returns>Null for the mailbox that is built in, which is unbounded and lets the actor put messages back to its front.</returns>
    internal MailboxType? TypeFor(Props props, MessageDispatcher dispatcher)
    {
        var required = Required(props.Type);
        if (props.Deploy.Mailbox.Length > 0)
        {
            return Checked(Lookup(props.Mailbox), required, props);
        }

        if (dispatcher.Configurator.Config.HasPath("mailbox-type"))
        {
            return Checked(Lookup(dispatcher.Id), required, props);
        }

        var wanted = required is null ? null : Config.GetString($"akka.actor.mailbox.requirements.\"{required.FullName}, Akka\"");
        return BuiltIn(Lookup(wanted ?? DefaultMailboxId));
    }

    /// <summary>How many messages a stash holds on that mailbox; -1 for any number.</summary>
    internal int StashCapacity(string mailbox) => Section(mailbox).GetInt("stash-capacity", Deploy.NoStashSize);

    // The T of IRequiresMessageQueue<T>; null where the class does not mind.
    private static Type? Required(Type actorType) => Array
        .Find(actorType.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequiresMessageQueue<>))
        ?.GetGenericArguments()[0];

    private static Type Produced(MailboxType mailbox) => Array
        .Find(mailbox.GetType().GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IProducesMessageQueue<>))
        ?.GetGenericArguments()[0] ?? typeof(IMessageQueue);

    private static MailboxType? Checked(MailboxType mailbox, Type? required, Props props) =>
        required is null || required.IsAssignableFrom(Produced(mailbox))
            ? BuiltIn(mailbox)
            : throw new ArgumentException(
                $"Expected a mailbox for {props.Type} whose queue is a {required.Name}, got {mailbox.GetType()}, which makes a {Produced(mailbox).Name}. "
                + "Nothing was started.");

    private static MailboxType? BuiltIn(MailboxType mailbox) => mailbox is UnboundedMailbox or UnboundedDequeBasedMailbox ? null : mailbox;

    private MailboxType Configure(string id)
    {
        if (!Config.HasPath(id))
        {
            throw new ConfigurationException(
                $"Expected a mailbox at \"{id}\", got no such section. Add one, or correct the id in Props or akka.actor.deployment. Nothing was started.");
        }

        var section = Section(id);
        var type = section.GetString("mailbox-type");
        return string.IsNullOrEmpty(type)
            ? throw new ConfigurationException($"Expected {id}.mailbox-type to name a kind of mailbox, got nothing.")
            : TypeName.Instantiate<MailboxType>(type, id + ".mailbox-type", _system.Settings, section);
    }

    private Config Section(string id) => (Config.GetConfig(id) ?? Config.Empty).SafeWithFallback(Config.GetConfig(DefaultMailboxId)) ?? Config.Empty;
}
