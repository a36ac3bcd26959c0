namespace Party.Hocon.Syntax;

/// <summary>Who finds what is included, how deep the including goes, and when it is too much.</summary>
internal sealed class IncludeScope
{
    // A file that includes itself is found out here: by the depth, or by the count when it does so twice.
    private const int MaxDepth = 50;
    private const int MaxCount = 1_000;

    private readonly Func<HoconInclude, HoconDocument?>? _includer;
    private readonly IncludeScope? _around;
    private readonly int _depth;
    private int _count;

    public IncludeScope(Func<HoconInclude, HoconDocument?>? includer, HoconLeniency leniency)
    {
        _includer = includer;
        Leniency = leniency;
    }

    private IncludeScope(IncludeScope around)
    {
        _includer = around._includer;
        Leniency = around.Leniency;
        _around = around._around ?? around;
        _depth = around._depth + 1;
    }

    /// <summary>How all of it is read.</summary>
    public HoconLeniency Leniency { get; }

    /// <summary>The scope of what is included from here.</summary>
    public IncludeScope Inner => new(this);

    /// <summary>Asks for the included document and passes on what is wrong with it.</summary>
    public HoconDocument? Follow(HoconInclude include, ParserState state)
    {
        var outermost = _around ?? this;
        if (_depth >= MaxDepth || ++outermost._count > MaxCount)
        {
            state.Report(
                HoconErrorKind.Limit,
                include.Position,
                $"Expected at most {MaxCount} includes, {MaxDepth} within each other, got more with "
                    + $"\"{include.Name}\". Does a source include itself?");
            return null;
        }

        var document = _includer?.Invoke(include);
        if (document is null && (_includer is null || include.IsRequired))
        {
            state.Report(HoconErrorKind.Include, include.Position, _includer is null
                ? $"Cannot include \"{include.Name}\": the text was parsed without an includer."
                : $"Expected \"{include.Name}\" to exist, got nothing. Without required(…) it may be missing.");
        }

        state.Report(document?.Errors ?? []);
        return document;
    }
}
