namespace Akka.TestKit;

/// <summary>Applies log event filters to a piece of code: expects events of it, or keeps them silent.</summary>
/// <remarks>
/// An expectation begins to count before the code runs, and waits after it for what is still missing:
/// <c>akka.test.filter-leeway</c> where no time is given, the time dilated where one is. More events than expected fail
/// as well as fewer, and 0 waits the whole time for silence. What a filter claims is not printed meanwhile.
/// </remarks>
public interface IEventFilterApplier
{
    /// <summary>Adds further filters: an event counts if any of them claims it.</summary>
    EventFilterFactory And { get; }

    /// <summary>Runs the action and expects one event.</summary>
    void ExpectOne(Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs the action and expects one event, at the latest this long after it.</summary>
    void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs the function, expects one event and hands the result back.</summary>
    T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs the function, expects one event in time and hands the result back.</summary>
    T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs the action and expects one event, without keeping the thread.</summary>
    Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Awaits the action and expects one event.</summary>
    Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Awaits the action and expects one event, at the latest this long after it.</summary>
    Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Awaits the function, expects one event and hands the result back.</summary>
    Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Awaits the function, expects one event in time and hands the result back.</summary>
    Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Runs the action and expects exactly this many events.</summary>
    void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs the action and expects exactly this many events, at the latest this long after it.</summary>
    void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Runs the function, expects exactly this many events and hands the result back.</summary>
    T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Runs the function, expects exactly this many events in time and hands the result back.</summary>
    T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Awaits the action and expects exactly this many events.</summary>
    Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default);

    /// <summary>Awaits the action and expects exactly this many events; null waits the default time.</summary>
    Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default);

    /// <summary>Awaits the action and expects exactly this many events, at the latest this long after it.</summary>
    Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Runs the action and expects exactly this many events in time, without keeping the thread.</summary>
    Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default);

    /// <summary>Awaits the function, expects exactly this many events and hands the result back.</summary>
    Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Awaits the function, expects exactly this many events in time and hands the result back.</summary>
    Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps the events silent until the filter that it returns is unmuted.</summary>
    IUnmutableFilter Mute();

    /// <summary>Keeps the events silent while the action runs, however many there are.</summary>
    void Mute(Action action, CancellationToken cancellationToken = default);

    /// <summary>Keeps the events silent while the function runs, and hands the result back.</summary>
    T Mute<T>(Func<T> func, CancellationToken cancellationToken = default);

    /// <summary>Keeps the events silent while the action runs.</summary>
    Task MuteAsync(Action action, CancellationToken cancellationToken = default);

    /// <summary>Keeps the events silent until the action has ended.</summary>
    Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default);

    /// <summary>Keeps the events silent until the function has ended, and hands the result back.</summary>
    Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default);
}
