using Akka.Actor;
using Party.Actors;
using Party.Hocon;

namespace Party.Hosting;

/// <summary>How a host treats its stages: <c>party.hosting</c> in the actor system's configuration.</summary>
public sealed record HostingSettings
{
    private const string Section = "party.hosting";
    private const string Reference = "hosting.reference.conf";

    private static readonly Lazy<HoconDocument> Defaults = new(
        () => HoconDocument.OfResource(typeof(HostingSettings).Assembly, Reference));

    /// <summary>How long the stages may take to hand on what they have when the host stops.</summary>
    /// <value>
    /// Null by default: four fifths of the host's shutdown timeout. <c>party.hosting.drain-deadline</c>.
    /// </value>
    public TimeSpan? DrainDeadline { get; init; }

    /// <summary>How long a failure of a stage makes the host count as degraded.</summary>
    /// <value>A minute by default. <c>party.hosting.degraded-for</c>.</value>
    public TimeSpan DegradedFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Those of an actor system.</summary>
    /// <exception cref="HoconException">They are not what they should be; it says all of it.</exception>
    public static HostingSettings Of(ActorSystem system)
    {
        var reader = system.Party().Settings.Read(Section, Defaults.Value);
        var deadline = reader["drain-deadline"];
        var isDefault = deadline.Node is HoconScalarNode { Text: "default" };
        var settings = new HostingSettings
        {
            DrainDeadline = isDefault ? null : deadline.ReadDuration(
                min: TimeSpan.FromMilliseconds(100), max: TimeSpan.FromDays(49)),
            DegradedFor = reader["degraded-for"].ReadDuration(min: TimeSpan.FromSeconds(1)),
        };
        reader.ThrowIfErrors();
        return settings;
    }
}
