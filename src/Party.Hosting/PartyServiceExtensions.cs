using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Party.Hosting;

/// <summary>Stages among the services of a host.</summary>
public static class PartyServiceExtensions
{
    /// <summary>Starts stages with the host, and drains them as it stops.</summary>
    /// <param name="services">
    /// The host's services. An <see cref="ActorSystem"/> that is registered there before is used, and left running when
    /// the host stops; otherwise one is made, registered, and ended with the host.
    /// </param>
    /// <param name="start">
    /// Starts the stages, and returns those to drain and to watch, producers before their consumers. If it throws, the
    /// host does not start.
    /// </param>
    /// <param name="options">The actor system that is made; null for the defaults, or for what was said before.</param>
    /// <remarks>It may be called several times: stages start in that order, and are drained in it.</remarks>
    public static IServiceCollection AddParty(
        this IServiceCollection services,
        Func<ActorSystem, IServiceProvider, IEnumerable<IActorRef>> start,
        PartyHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (options is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(options));
        }

        services.TryAddSingleton(new PartyHostOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OwnSystem>();
        services.TryAddSingleton<StageBoard>();
        services.TryAddSingleton(static provider => provider.GetRequiredService<OwnSystem>().Make());
        services.AddSingleton(new StageStart(start));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StageHost>());
        return services;
    }
}
