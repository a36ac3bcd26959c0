using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Party.Actors;
using Party.Logging;

namespace Party.Hosting;

/// <summary>Starts the stages with the host, and drains them as it stops.</summary>
internal sealed partial class StageHost(
    IServiceProvider services,
    IEnumerable<StageStart> starts,
    StageBoard board,
    OwnSystem own,
    IOptions<HostOptions> host,
    ILogger<StageHost> logger) : IHostedService
{
    private readonly ILogger _logger = logger;
    private HostingSettings _settings = new();

    // Null where there is no stage.
    private Pipeline? _pipeline;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var system = services.GetRequiredService<ActorSystem>();
        system.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        _settings = HostingSettings.Of(system);
        var watch = system.ActorOf(Props.Create(() => new StageWatch(board)));
        foreach (var kind in StageWatch.Kinds)
        {
            system.EventStream.Subscribe(watch, kind);
        }

        IActorRef[] stages = [.. starts.SelectMany(start => start.Start(system, services))];
        _pipeline = stages.Length > 0 ? new(system, stages) : null;
        board.Start(stages, _settings.DegradedFor);
        watch.Tell(stages);
        LogStarted(stages.Length, system.Name);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        board.Stop();
        if (_pipeline is { } pipeline)
        {
            Log(await DrainAsync(pipeline, cancellationToken));
        }

        var system = services.GetRequiredService<ActorSystem>();
        if (own.Is(system))
        {
            await EndAsync(system, cancellationToken);
        }
    }

    private async Task EndAsync(ActorSystem system, CancellationToken cancellation)
    {
        try
        {
            await system.Terminate().WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            LogStuck(system.Name);
        }
    }

    // The host's patience may be over before the deadline is. What is left then is abandoned, and said.
    private async Task<DrainReport> DrainAsync(Pipeline pipeline, CancellationToken cancellation)
    {
        try
        {
            var deadline = _settings.DrainDeadline ?? host.Value.ShutdownTimeout * 0.8;
            return await pipeline.DrainAsync(deadline, cancellation);
        }
        catch (OperationCanceledException)
        {
            return await pipeline.AbandonAsync(CancellationToken.None);
        }
    }

    private void Log(DrainReport report)
    {
        LogDrained(report.Stages.Count, report.Took);
        foreach (var stage in report.Stages)
        {
            if (IsInOrder(stage))
            {
                LogDrained(stage);
            }
            else
            {
                LogTrouble(stage);
            }
        }
    }

    // Whoever has ended before, as a sequence does that is at its end, has said so then.
    private static bool IsInOrder(DrainedStage stage) =>
        stage is { Outcome: DrainOutcome.Drained or DrainOutcome.Gone, Books: null or { IsClosed: true } };
}
