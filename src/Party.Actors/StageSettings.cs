using System.Reflection;
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
    private const string Reference = "stages.reference.conf";

    private readonly HoconDocument _document;

    private StageSettings(HoconDocument document) => _document = document;

    /// <summary>Reads a text; it may hold any number of sections, and other settings beside them.</summary>
    /// <param name="text">HOCON.</param>
    /// <param name="source">How it is called in messages.</param>
    public static StageSettings Parse(string text, string source = "settings") =>
        new(HoconDocument.Parse(text, source));

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
    public ProducerOptions<TEvent> Producer<TEvent>(string path, PartitionSelector<TEvent>? selector = null)
    {
        var reader = Read(path, "producer");
        var options = ProducerSection.Read(reader, selector);
        reader.ThrowIfErrors();
        return options();
    }

    /// <summary>The options of a subscription.</summary>
    /// <param name="path">The section, such as <c>my-app.billing.from-orders</c>.</param>
    /// <exception cref="HoconException">The text or the section is not what it should be; it says all of
    /// it.</exception>
    public SubscriptionOptions Subscription(string path)
    {
        var reader = Read(path, "subscription");
        var options = SubscriptionSection.Read(reader);
        reader.ThrowIfErrors();
        return options;
    }

    // A section goes over the reference's, wherever it stands.
    private HoconReader Read(string path, string kind)
    {
        var under = HoconDocument.Parse($"{path} = ${{party.stages.{kind}}}", Reference);
        var reference = HoconDocument.Parse(ReadReference(), Reference);
        return new(_document.WithFallback(under).WithFallback(reference).Resolve(), path);
    }

    private static string ReadReference()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Reference)
            ?? throw new InvalidOperationException($"Expected {Reference} in the assembly, got nothing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
