using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Party.Actors;

namespace Party.Hosting.Tests.Samples;

/// <summary>The example of docs/guides/embedding.md for hosts, and proof that it does what that says.</summary>
public sealed class EmbeddingGuide
{
    [Fact]
    public async Task Stages_live_as_long_as_the_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<Printed>();

        builder.Services.AddParty((system, services) =>
        {
            var printed = services.GetRequiredService<Printed>();
            var numbers = system.ActorOf(Producer.From(Enumerable.Range(1, 100)), "numbers");
            var printer = Consumer.Props<int>(batch => printed.Add(batch), new SubscribeTo(numbers));
            return [numbers, system.ActorOf(printer, "printer")];
        });
        builder.Services.AddHealthChecks().AddParty();

        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();

        var seen = host.Services.GetRequiredService<Printed>().Numbers;
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
        Assert.True(host.Services.GetRequiredService<ActorSystem>().WhenTerminated.IsCompleted);
    }

    private sealed class Printed
    {
        public List<int> Numbers { get; } = [];

        public void Add(ReadOnlySpan<int> numbers) => Numbers.AddRange(numbers);
    }
}
