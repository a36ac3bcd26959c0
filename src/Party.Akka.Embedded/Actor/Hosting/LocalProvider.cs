using Akka.Actor.Cells;
using Akka.Actor.References;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor.Hosting;

/// <summary>The tree of one system: its guardians, and how references are made and found.</summary>
internal sealed class LocalProvider : IActorRefProvider
{
    private readonly EmbeddedActorSystem _system;
    private readonly Deployments _deployments;

    public LocalProvider(EmbeddedActorSystem system)
    {
        _system = system;
        _deployments = new(system.Settings.Config);
        DefaultAddress = new("akka", system.Name);
        RootPath = new RootActorPath(DefaultAddress);
        DeadLetters = new DeadLetterActorRef(system, RootPath / "deadLetters");
        IgnoreRef = new IgnoreActorRef(system);
        TempContainer = new(system, RootPath / "temp");
    }

    public Address DefaultAddress { get; }

    public ActorPath RootPath { get; }

    public IActorRef DeadLetters { get; }

    public IActorRef IgnoreRef { get; }

    public Task TerminationTask => _system.WhenTerminated;

    public Settings Settings => _system.Settings;

    public TempContainerRef TempContainer { get; }

    /// <summary>Set by <see cref="Start"/>, before any user of the system gets hold of it.</summary>
    public LocalActorRef RootGuardian { get; private set; } = null!;

    /// <inheritdoc cref="RootGuardian"/>
    public LocalActorRef Guardian { get; private set; } = null!;

    /// <inheritdoc cref="RootGuardian"/>
    public LocalActorRef SystemGuardian { get; private set; } = null!;

    /// <summary>Brings the guardians to life. Each ends with the one it watches, the root last.</summary>
    public void Start(Action<Exception?> ended)
    {
        var walker = new RootSupervisorRef(_system, RootPath / "bubble-walker", ended);
        RootGuardian = NewGuardian(() => SystemGuardian, walker, RootPath, SupervisorStrategy.StoppingStrategy);
        SystemGuardian = NewGuardian(
            () => Guardian,
            RootGuardian,
            RootPath / "system",
            SupervisorStrategy.DefaultStrategy,
            () => Loggers.Stop(_system));
        Guardian = NewGuardian(() => Nobody.Instance, RootGuardian, RootPath / "user", UserStrategy());
        RootGuardian.Cell.Children.Add(SystemGuardian);
        RootGuardian.Cell.Children.Add(Guardian);
        RootGuardian.Cell.Start();
        SystemGuardian.Cell.Start();
        Guardian.Cell.Start();
    }

    /// <summary>A reference with a cell that has not started yet.</summary>
    public LocalActorRef NewActor(Props props, IInternalActorRef parent, ActorPath path)
    {
        if (_deployments.Find(path) is { } deploy)
        {
            props = props.WithDeploy(deploy);
        }

        var dispatcher = DispatcherOf(props, path);
        return new(_system, props, dispatcher, _system.Mailboxes.TypeFor(props, dispatcher), parent, path);
    }

    /// <summary>Frees the name of a top-level actor that has ended; others are freed by their parents.</summary>
    /// <remarks>
    /// Top-level actors are started by any thread: whoever was told Terminated may take the name, whether the guardian
    /// knows already or not.
    /// </remarks>
    public void FreeName(ActorCell ended)
    {
        if (ended.Parent == Guardian || ended.Parent == SystemGuardian)
        {
            ((LocalActorRef)ended.Parent).Cell.Children.FreeName(ended.Self);
        }
    }

    /// <summary>What lives below the root without being an actor: dead letters, and who waits for replies.</summary>
    public IInternalActorRef? BesideTheTree(string name) => name switch
    {
        "deadLetters" => (IInternalActorRef)DeadLetters,
        "temp" => TempContainer,
        _ => null,
    };

    public ActorPath TempPath() => TempContainer.NextPath();

    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var actorPath) ? ResolveActorRef(actorPath) : DeadLetters;

    // Whoever lives at the path now, whatever uid it names.
    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        if (actorPath.Address != DefaultAddress || actorPath.Depth == 0)
        {
            return DeadLetters;
        }

        var found = Below(actorPath.Elements);
        return found.IsNobody() ? new EmptyActorRef(_system, actorPath) : found;
    }

    /// <summary>Who lives at the end of these names, from the root; null where nobody does.</summary>
    public IInternalActorRef? Below(IEnumerable<string> names)
    {
        IInternalActorRef? found = RootGuardian;
        foreach (var name in names)
        {
            found = found?.Child(name);
        }

        return found;
    }

    public IActorRef RootGuardianAt(Address address) => address == DefaultAddress ? RootGuardian : DeadLetters;

    public Address? GetExternalAddressFor(Address address) => address == DefaultAddress ? address : null;

    private MessageDispatcher DispatcherOf(Props props, ActorPath path)
    {
        try
        {
            return _system.Dispatchers.Lookup(props.Dispatcher);
        }
        catch (InvalidOperationException error)
        {
            throw new ConfigurationException($"Cannot start {path} on the dispatcher {props.Dispatcher}.", error);
        }
    }

    private LocalActorRef NewGuardian(
        Func<IActorRef> endsWith,
        IInternalActorRef parent,
        ActorPath path,
        SupervisorStrategy strategy,
        Action? ending = null) =>
        new(
        _system,
        Props.Create(() => new Guardian(endsWith, ending), strategy),
        _system.Dispatchers.DefaultGlobalDispatcher,
        mailboxType: null,
        parent,
        path.Depth == 0 ? path : path.WithUid(_system.Uids.Next()));

    private SupervisorStrategy UserStrategy() =>
        SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create();
}
