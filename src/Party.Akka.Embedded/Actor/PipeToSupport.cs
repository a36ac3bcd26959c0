using Akka.Actor.Hosting;
using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Sends what comes of a task to an actor: the result, or a <see cref="Status.Failure"/>.</summary>
/// <remarks>A null result, and a transformation that throws, are failures too. The returned task never fails.</remarks>
public static class PipeToSupport
{
    /// <summary>Sends the result or the failure, transformed where functions for that are given.</summary>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.PipeTo(recipient, false, sender, success, failure);

    /// <summary>The same; <paramref name="useConfigureAwait"/> comes back to the caller's context first.</summary>
    public static async Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        Parts(recipient)?.Piping(taskToPipe, recipient);
        object? message;
        try
        {
            var result = await taskToPipe.ConfigureAwait(useConfigureAwait);
            message = success is null ? result : success(result);
            message ??= new Status.Failure(new ArgumentNullException(
                nameof(taskToPipe),
                $"Expected a result for {recipient}, got null. Null is no message: give PipeTo a success function."));
        }
        catch (Exception error)
        {
            message = Failed(error, failure);
        }

        recipient.Tell(message, sender);
    }

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, false, sender, success, failure);

    /// <summary>Sends a failure, and success only where <paramref name="success"/> makes a message for it.</summary>
    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.PipeTo(recipient, false, sender, success, failure);

    /// <summary>The same; <paramref name="useConfigureAwait"/> comes back to the caller's context first.</summary>
    public static async Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        Parts(recipient)?.Piping(taskToPipe, recipient);
        object message;
        try
        {
            await taskToPipe.ConfigureAwait(useConfigureAwait);
            if (success is null)
            {
                return;
            }

            message = success();
        }
        catch (Exception error)
        {
            message = Failed(error, failure);
        }

        recipient.Tell(message, sender);
    }

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, false, sender, success, failure);

    private static RuntimeParts? Parts(ICanTell recipient) => (recipient as IInternalActorRef)?.System.Parts;

    // What the transformation of a failure throws ends the piping: the recipient hears nothing.
    private static object Failed(Exception error, Func<Exception, object>? failure) =>
        failure is null ? new Status.Failure(error) : failure(error);
}
