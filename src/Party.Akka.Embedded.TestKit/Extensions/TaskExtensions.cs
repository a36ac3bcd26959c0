using Akka.TestKit.Expectations;
using Xunit.Sdk;

namespace Akka.TestKit.Extensions;

/// <summary>Expects tasks to end in time. What is expected and does not happen fails the test.</summary>
/// <remarks>Times are not dilated. A reason is a format with arguments; it is part of the failure.</remarks>
public static class TaskExtensions
{
    /// <summary>Waits until the task has ended or the time is over; throws what the task failed with.</summary>
    /// <returns>Whether the task has ended.</returns>
    public static async Task<bool> AwaitWithTimeout(
        this Task parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (await EndsWithin(parentTask, timeout, cancellationToken) && parentTask.IsFaulted)
        {
            await parentTask;
        }

        return parentTask.IsCompleted;
    }

    /// <summary>Waits for the result of the task.</summary>
    /// <exception cref="TaskCanceledException">The time was over before.</exception>
    public static async Task<T> WithTimeout<T>(
        this Task<T> parentTask, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        await EndsWithin(parentTask, timeout, cancellationToken)
            ? await parentTask
            : throw new TaskCanceledException(
                $"Expected the task to end within {Wording.Of(timeout)}, got none of its results.");

    /// <summary>Expects the task to end in time, and throws what it failed with.</summary>
    public static async Task ShouldCompleteWithin(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        if (!await EndsWithin(task, timeout, default))
        {
            throw Failure(
                $"Expected the task to complete within {Wording.Of(timeout)}, got no end", because, becauseArgs);
        }

        await task;
    }

    /// <summary>Expects the task to end in time, and hands its result back.</summary>
    public static async Task<T> ShouldCompleteWithin<T>(
        this Task<T> task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await ((Task)task).ShouldCompleteWithin(timeout, because, becauseArgs);
        return await task;
    }

    /// <summary>Expects the task to end in time with the result.</summary>
    public static async Task ShouldCompleteWithin<T>(
        this Task<T> task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        var actual = await task.ShouldCompleteWithin(timeout, because, becauseArgs);
        if (!Equals(actual, expected))
        {
            throw Failure(
                $"Expected the result {Wording.Of(expected)}, got {Wording.Of(actual)}", because, becauseArgs);
        }
    }

    /// <summary>Expects the task to fail in time with an exception of the type, and hands it back.</summary>
    public static async Task<T> ShouldThrowWithin<T>(
        this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        try
        {
            await task.ShouldCompleteWithin(timeout, because, becauseArgs);
        }
        catch (T exception)
        {
            return exception;
        }
        catch (Exception exception) when (task.IsCompleted)
        {
            throw Failure($"Expected the task to throw {typeof(T)}, got {exception}", because, becauseArgs);
        }

        throw Failure($"Expected the task to throw {typeof(T)}, got no exception", because, becauseArgs);
    }

    /// <summary>Expects the task to fail in time with that exception.</summary>
    public static async Task ShouldThrowWithin<T>(
        this Task task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var actual = await task.ShouldThrowWithin<T>(timeout, because, becauseArgs);
        if (!Equals(actual, expected))
        {
            throw Failure($"Expected the exception {expected}, got {actual}", because, becauseArgs);
        }
    }

    private static async Task<bool> EndsWithin(Task task, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(Task.Delay(timeout, end.Token), task);
        await end.CancelAsync();
        return first == task;
    }

    private static XunitException Failure(string text, string because, object[] arguments) =>
        new(because.Length == 0 ? $"{text}." : $"{text}. Reason: {string.Format(null, because, arguments)}.");
}
