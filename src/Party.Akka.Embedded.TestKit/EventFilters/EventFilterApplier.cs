using Akka.Actor;
using Akka.TestKit.Receiving;

namespace Akka.TestKit.EventFilters;

/// <summary>Sets filters up around a piece of code: every method is <see cref="Interception.Run{T}"/>.</summary>
internal sealed class EventFilterApplier(TestKitBase testKit, ActorSystem system, IReadOnlyList<LogEventFilter> filters)
    : IEventFilterApplier
{
    private readonly Interception _blocking = new(testKit, system, filters, testKit.Blocking);
    private readonly Interception _awaiting = new(testKit, system, filters, testKit.Awaiting);

    public EventFilterFactory And => new(testKit, system, filters);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) =>
        Expect(1, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(action), 1, null, cancellationToken).AsTask();

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, actionAsync, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, func, cancellationToken);

    public Task<T> ExpectOneAsync<T>(
        TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, func, cancellationToken);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(action), expectedCount, null, cancellationToken).Result();

    public void Expect(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(action), expectedCount, timeout, cancellationToken).Result();

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(func), expectedCount, null, cancellationToken).Result();

    public T Expect<T>(
        int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(func), expectedCount, timeout, cancellationToken).Result();

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, actionAsync, null, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(actionAsync), expectedCount, timeout, cancellationToken).AsTask();

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, action, timeout, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(action), expectedCount, timeout, cancellationToken).AsTask();

    public Task<T> ExpectAsync<T>(
        int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(func), expectedCount, null, cancellationToken).AsTask();

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(func), expectedCount, timeout, cancellationToken).AsTask();

    public IUnmutableFilter Mute() => new MutedFilters(system, filters);

    public void Mute(Action action, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(action), null, null, cancellationToken).Result();

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default) =>
        _blocking.Run(Block.Of(func), null, null, cancellationToken).Result();

    public Task MuteAsync(Action action, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(action), null, null, cancellationToken).AsTask();

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(action), null, null, cancellationToken).AsTask();

    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        _awaiting.Run(Block.Of(func), null, null, cancellationToken).AsTask();
}
