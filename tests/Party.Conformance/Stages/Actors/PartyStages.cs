using Akka.Actor;
using Party.Actors;
using Party.Conformance.Dispatchers;
using Party.Conformance.Stages.Models;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;

namespace Party.Conformance.Stages.Actors;

/// <summary>Party's stages for recorded ones.</summary>
public static class PartyStages
{
    /// <summary>How to make a stage.</summary>
    /// <exception cref="StageNotStartedException">Party refuses its options.</exception>
    public static Props Of(
        RecordedStage setup, Diary diary, Nursery nursery, Func<SubscriptionRequest, SubscribeTo> subscribeTo)
    {
        if (setup.IsProducing && WrittenOptions.AreNeeded(setup))
        {
            Refusing("bad_opts", () => WrittenOptions.Check(setup));
        }

        SubscribeTo[] subscriptions = Refusing("bad_opts", () => setup.SubscribesTo.Select(subscribeTo).ToArray());
        if (setup.Type == StageType.ConsumerSupervisor)
        {
            return ConsumerSupervisor.Props(Refusing("bad_opts", () => new ConsumerSupervisorOptions<object>
            {
                Child = nursery.Make,
                Subscriptions = subscriptions,
                Restart = Words.Of<ChildRestart>(setup.Text("restart") ?? "temporary"),
                MaxRestarts = setup.Option("max_restarts")?.GetInt32() ?? SupervisorModel.DefaultMaxRestarts,
            }));
        }

        if (setup.Type == StageType.Consumer)
        {
            return Props.Create(() => new RecordedConsumer(setup, diary, subscriptions));
        }

        var options = OptionsOf(setup);
        return setup.Type == StageType.Producer
            ? Props.Create(() => new RecordedProducer(setup, options, diary))
            : Props.Create(() => new RecordedProducerConsumer(setup, options, diary, subscriptions));
    }

    private static ProducerOptions<object> OptionsOf(RecordedStage setup)
    {
        var dispatcher = Refusing("exception", () =>
        {
            var options = PartyOptions.Of(setup.Dispatcher);
            options.Build();
            return options;
        });
        var options = new ProducerOptions<object>
        {
            Dispatcher = dispatcher,
            FoldRequests = false,
            Buffer = Refusing("bad_opts", () => new EventBufferOptions
            {
                Size = setup.BufferSize ?? EventBufferOptions.Infinite,
                Keep = Words.Of<BufferKeep>(setup.Keeps),
            }),
        };
        return Refusing("bad_opts", () => options with { DemandMode = Words.Of<DemandMode>(setup.Demand) });
    }

    private static T Refusing<T>(string kind, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            throw new StageNotStartedException(kind);
        }
    }
}
