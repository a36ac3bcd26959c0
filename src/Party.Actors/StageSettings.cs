using Akka.Actor;
using Party.Actors.Configuring;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Hocon;

namespace Party.Actors;

/// <summary>Options of stages, as a text in HOCON says them.</summary>
/// <remarks>
/// Every section may leave out what it leaves as it is; <c>stages.reference.conf</c> lists all settings. What is wrong
/// with a section is reported at once, each with its file, line and column. A function, such as a partition's selector,
/// comes from the program.
/// </remarks>
public sealed class StageSettings
{
    private readonly Lazy<HoconDocument> _document;

    private StageSettings(Func<HoconDocument> document) => _document = new(document);

    /// <summary>Reads a text; it may hold any number of sections, and other settings beside them.</summary>
    /// <param name="text">HOCON.</param>
    /// <param name="source">How it is called in messages.</param>
    public static StageSettings Parse(string text, string source = "settings")
    {
        var document = HoconDocument.Parse(text, source);
        return new(() => document);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static StageSettings ReadFile(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>The options of a producing stage.</summary>
    /// <param name="path">The section, such as <c>my-app.orders</c>.</param>
    /// <param name="selector">
    /// Chooses an event's partition; null for the default, by hash, or where there are no partitions.
    /// </param>
    /// <exception cref="HoconException">The text or the section is not what it should be; it says all of
    /// it.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ProducerOptions<TEvent> Producer<TEvent>(string path, PartitionSelector<TEvent>? selector = null) =>
        Producer(path, new PartitionFunctions<TEvent> { Selector = selector });

    /// <summary>The options of a producing stage whose partitions are told more than how to choose one.</summary>
    /// <param name="path">The section, such as <c>my-app.orders</c>.</param>
    /// <param name="functions">The selector, the key, the priorities and the size, each if there is one.</param>
    /// <exception cref="HoconException">The text or the section is not what it should be; it says all of
    /// it.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ProducerOptions<TEvent> Producer<TEvent>(string path, PartitionFunctions<TEvent> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var reader = new HoconReader(Resolve(path, StageReference.Producer), path);
        var options = ProducerSection.Read(reader, functions);
        DeploymentSection.Leave(reader);
        reader.ThrowIfErrors();
        return options();
    }

    /// <summary>The options of a subscription.</summary>
    /// <param name="path">The section, such as <c>my-app.billing.from-orders</c>.</param>
    /// <exception cref="HoconException">The text or the section is not what it should be; it says all of
    /// it.</exception>
    public SubscriptionOptions Subscription(string path)
    {
        var reader = new HoconReader(Resolve(path, StageReference.Subscription), path);
        var options = SubscriptionSection.Read(reader);
        DeploymentSection.Leave(reader);
        reader.ThrowIfErrors();
        return options;
    }

    /// <summary>What a stage runs on. <see cref="StageSystem.Deploy"/> asks whether the system has it.</summary>
    /// <param name="path">
    /// The stage's section, such as <c>my-app.orders</c>. It may be read as the options of a producer or a subscription
    /// too, and hold other sections.
    /// </param>
    /// <exception cref="HoconException">The text or the section is not what it should be; it says all of
    /// it.</exception>
    public StageDeployment Deployment(string path) => Deployment(path, DeploymentFaults.None);

    /// <summary>A section that is no stage's, over defaults of its own.</summary>
    /// <param name="path">The section, from the root.</param>
    /// <param name="reference">What lies under it, from the root too.</param>
    public HoconReader Read(string path, HoconDocument reference) =>
        new(_document.Value.WithFallback(reference).Resolve(), path);

    /// <summary>Those in the configuration of an actor system, which gets Party's defaults under its own.</summary>
    /// <exception cref="HoconException">What it says under <c>party</c> is not what it should be.</exception>
    internal static StageSettings Of(ActorSystem system)
    {
        var config = system.Settings.Config;
        var settings = new StageSettings(() => SystemDocument.Of(config, system.Name));
        if (config.HasPath(StageReference.Family))
        {
            settings.Check();
        }

        system.Settings.InjectTopLevelFallback(StageReference.Config);
        return settings;
    }

    internal StageDeployment Deployment(string path, DeploymentFaults faults)
    {
        var tree = Resolve(path, StageReference.Deployment);
        var reader = new HoconReader(tree, path);
        var deployment = DeploymentSection.Read(reader, faults);
        StageReference.LeaveOthers(reader, tree, path);
        reader.ThrowIfErrors();
        return deployment;
    }

    // All that stands under party, read by nobody in particular.
    private void Check()
    {
        var tree = _document.Value.WithFallback(StageReference.Document).Resolve();
        var family = new HoconReader(tree, StageReference.Family);
        StageReference.LeaveFamily(family);
        var producer = new HoconReader(tree, StageReference.Producer);
        var subscription = new HoconReader(tree, StageReference.Subscription);
        var deployment = new HoconReader(tree, StageReference.Deployment);
        _ = ProducerSection.Read<object>(producer, new());
        _ = SubscriptionSection.Read(subscription);
        _ = DeploymentSection.Read(deployment, DeploymentFaults.None);

        HoconReader[] all = [family, producer, subscription, deployment];
        HoconError[] errors = [.. all.SelectMany(reader => reader.Errors).Distinct()];
        if (errors.Length > 0)
        {
            throw new HoconException(errors);
        }
    }

    // A section goes over the reference's, wherever it stands.
    private HoconTree Resolve(string path, string kind)
    {
        var under = HoconDocument.Parse($"{path} = ${{{kind}}}", StageReference.Name);
        return _document.Value.WithFallback(under).WithFallback(StageReference.Document).Resolve();
    }
}
