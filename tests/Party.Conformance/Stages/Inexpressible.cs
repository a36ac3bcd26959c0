using System.Text.Json;

namespace Party.Conformance.Stages;

/// <summary>What no program can say to Party, since its types, or Akka's, have no room for it.</summary>
public static class Inexpressible
{
    /// <summary>Why a script can't be played to Party; null where it can.</summary>
    public static string? In(StageScript script) =>
        script.Stages.Any(HasNoSuchOption) ? "a type has no option of that name"
        : script.Stages.Any(IsWronglyTyped) ? "an option's type rules the value out"
        : script.Steps.Any(IsSignal) ? "Akka has no exit signal with a reason"
        : script.Steps.Any(step => IsOwnEnd(script, step)) ? "a supervisor is shut down, for no reason of its own"
        : null;

    private static bool HasNoSuchOption(RecordedStage stage) => stage.Options.EnumerateObject().Any(option =>
        option.Name switch
        {
            "demand" => stage.Type is not (StageType.Producer or StageType.ProducerConsumer),
            "subscribe_to" => !stage.IsConsuming,
            "max_restarts" or "max_seconds" => stage.Type != StageType.ConsumerSupervisor,
            _ => !stage.IsProducing,
        });

    private static bool IsWronglyTyped(RecordedStage stage) =>
        stage.Option("subscribe_to") is { ValueKind: not JsonValueKind.Array }
        || stage.Dispatcher is { Type: "partition", Partitions: null };

    private static bool IsSignal(StageStep step) => step.Does == "exit" && step.Reason is not ("kill" or "normal");

    private static bool IsOwnEnd(StageScript script, StageStep step) =>
        step.Does is "stop" or "self_stop"
        && step.Reason != "shutdown"
        && script.Stages.Any(one => one.Id == step.Stage && one.Type == StageType.ConsumerSupervisor);
}
