namespace Akka.TestKit.Receiving;

/// <summary>Brings the four shapes in which a test hands over code into one.</summary>
internal static class Block
{
    public static Func<ValueTask<bool>> Of(Action action) => () =>
    {
        action();
        return new(true);
    };

    public static Func<ValueTask<bool>> Of(Func<Task> action) => async () =>
    {
        await action();
        return true;
    };

    public static Func<ValueTask<T>> Of<T>(Func<T> function) => () => new(function());

    public static Func<ValueTask<T>> Of<T>(Func<Task<T>> function) => () => new(function());
}
