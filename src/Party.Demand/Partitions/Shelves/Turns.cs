namespace Party.Demand.Partitions.Shelves;

/// <summary>Whose turn it is among classes with weights. A mutable value.</summary>
/// <remarks>
/// <para>
/// The classes come round in their order, and each is served as many events in a row as its weight says, or as it has.
/// So between two turns of a class no more others are served than Σ of the others' weights; and of any Σ weights events
/// that are served while a class has some waiting, at least its weight are its own.
/// </para>
/// <para>
/// Source: deficit round robin (M. Shreedhar and G. Varghese, 1995), where every event costs one, so that nothing is
/// ever left of a deficit.
/// </para>
/// </remarks>
internal struct Turns
{
    private int _class;
    private int _next;
    private int _left;

    /// <summary>The class that is served next; its turn is one event shorter then.</summary>
    /// <param name="weights">By class.</param>
    /// <param name="rows">What waits, by class; in one of them at least something does.</param>
    public int Next(ReadOnlySpan<int> weights, ReadOnlySpan<Row> rows)
    {
        if (_left == 0 || rows[_class].Count == 0)
        {
            do
            {
                _class = _next;
                _next = _next + 1 < rows.Length ? _next + 1 : 0;
            }
            while (rows[_class].Count == 0);

            _left = weights[_class];
        }

        _left--;
        return _class;
    }
}
