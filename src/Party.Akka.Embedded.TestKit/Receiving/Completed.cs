namespace Akka.TestKit.Receiving;

/// <summary>Reads what a <see cref="Waiting.Blocking"/> wait handed out: its task has always ended already.</summary>
internal static class Completed
{
    /// <summary>The task's result; what it failed with is thrown as it is.</summary>
    public static T Result<T>(this ValueTask<T> task) => task.GetAwaiter().GetResult();

    /// <summary>Throws what the task failed with, as it is.</summary>
    public static void Result(this ValueTask task) => task.GetAwaiter().GetResult();

    /// <summary>Everything that the sequence yields.</summary>
    public static List<T> ToList<T>(this IAsyncEnumerable<T> sequence)
    {
        List<T> items = [];
        var enumerator = sequence.GetAsyncEnumerator();
        try
        {
            while (enumerator.MoveNextAsync().Result())
            {
                items.Add(enumerator.Current);
            }
        }
        finally
        {
            enumerator.DisposeAsync().Result();
        }

        return items;
    }
}
