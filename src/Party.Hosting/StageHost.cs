using Akka.Actor;
using Akka.Event;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Party.Logging;

namespace Party.Hosting;

/// <summary>Starts the stages with the host, and drains them as it stops.</summary>
internal sealed partial class StageHost(
    IServiceProvider services,
    IEnumerable<StageStart> starts,
    StageBoard board,
    OwnSystem own,
    TimeProvider time,
    IOptions<HostOptions> host,
    ILogger<StageHost> logger) : IHostedService
{
    private readonly ILogger _logger = logger;
    private readonly List<IActorRef> _stages = [];
    private HostingSettings _settings = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var system = services.GetRequiredService<ActorSystem>();
        system.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        _settings = HostingSettings.Of(system);
        var watch = system.ActorOf(Props.Create(() => new StageWatch(board)));
        system.EventStream.Subscribe(watch, typeof(Error));
        foreach (var start in starts)
        {
            _stages.AddRange(start.Start(system, services));
        }

        board.Start(_stages, _settings.DegradedFor);
        watch.Tell(_stages.ToArray());
        LogStarted(_stages.Count, system.Name);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        board.Stop();
        var deadline = _settings.DrainDeadline ?? host.Value.ShutdownTimeout * 0.8;
        await foreach (var end in Drainage.DrainAsync(_stages, deadline, time, cancellationToken))
        {
            Log(end, deadline);
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

    private void Log(StageEnd end, TimeSpan deadline)
    {
        var stage = end.Stage.Path.ToString();
        if (end.Books is { } books)
        {
            var left = books.Parked + books.Held + books.Buffered + books.InFlight;
            LogDrained(stage, books.Received, books.Handled, left, books.Discarded.Sum(discard => discard.Count));
        }
        else if (end.HasEnded)
        {
            LogEnded(stage);
        }
        else
        {
            LogAbandoned(stage, deadline);
        }
    }
}
