using Akka.Actor;
using Akka.TestKit.Xunit2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Party.Hosting.Tests;

/// <summary>A host with stages, whose clock and log are in hand.</summary>
public abstract class HostTest(string config = "") : TestKit(config + """

    akka.loglevel = WARNING
    akka.stdout-loglevel = OFF
    akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
    """)
{
    /// <summary>The host's clock.</summary>
    internal ManualTime Time { get; } = new();

    /// <summary>What the host has logged.</summary>
    internal LogBook Book { get; } = new();

    /// <summary>A host whose stages run in the test's own actor system.</summary>
    protected IHost HostIn(ActorSystem system, params Func<ActorSystem, IEnumerable<IActorRef>>[] starts) =>
        Build(services => services.AddSingleton(system), null, starts);

    /// <summary>A host that makes an actor system.</summary>
    protected IHost HostWith(PartyHostOptions options, params Func<ActorSystem, IEnumerable<IActorRef>>[] starts) =>
        Build(_ => { }, options, starts);

    /// <summary>What a health check says.</summary>
    protected static async Task<HealthReportEntry> Check(IHost host, string tag)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(registration => registration.Tags.Contains(tag));
        return Assert.Single(report.Entries).Value;
    }

    private IHost Build(
        Action<IServiceCollection> prepare,
        PartyHostOptions? options,
        Func<ActorSystem, IEnumerable<IActorRef>>[] starts)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(Book);
        builder.Services.AddSingleton<TimeProvider>(Time);
        prepare(builder.Services);
        foreach (var start in starts)
        {
            builder.Services.AddParty((system, _) => start(system), options);
        }

        builder.Services.AddHealthChecks().AddParty();
        return builder.Build();
    }
}
