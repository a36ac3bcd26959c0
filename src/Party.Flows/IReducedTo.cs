namespace Party.Flows;

/// <summary>
/// A <see cref="Reduction{TState}"/>, as far as its state may be taken for one of a more general type.
/// </summary>
/// <remarks>
/// It is there so that one extension method serves lists, sets and dictionaries; nobody else implements it.
/// </remarks>
public interface IReducedTo<out TState>
{
    internal Flow<TResult> EmitEach<TResult>(string name, Func<TState, IEnumerable<TResult>> emit);

    internal Flow<TResult> Gather<TPart, TResult>(
        string name, Func<TState, TPart> part, Func<IReadOnlyCollection<TPart>, TResult> done);
}
