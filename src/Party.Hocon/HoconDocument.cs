using System.Collections.Immutable;
using System.Reflection;
using Party.Hocon.Resolving;
using Party.Hocon.Salvaging;
using Party.Hocon.Syntax;

namespace Party.Hocon;

/// <summary>A text that was read, its substitutions not looked up yet: a fallback may take part.</summary>
/// <remarks>
/// <para>
/// Immutable. An error does not end the reading: the document then holds what could be read, beside the
/// <see cref="Errors"/>.
/// </para>
/// <para>
/// <c>HoconDocument.Parse(text, "party.conf").WithFallback(reference).Resolve()</c> is the usual life of one.
/// </para>
/// </remarks>
public sealed class HoconDocument
{
    // Lowest priority first.
    private readonly ImmutableArray<ValueSyntax> _layers;

    private HoconDocument(
        ImmutableArray<ValueSyntax> layers, ImmutableArray<HoconError> errors, long weight, HoconLeniency leniency)
    {
        _layers = layers;
        Errors = errors;
        Weight = weight;
        Leniency = leniency;
    }

    /// <summary>A document without members.</summary>
    public static HoconDocument Empty { get; } = new([], [], weight: 0, HoconLeniency.None);

    /// <summary>What is wrong with the text itself; what its substitutions lack shows when it is resolved.</summary>
    public ImmutableArray<HoconError> Errors { get; }

    /// <summary>What is wrong with the text though it was read, by <see cref="HoconLeniency.DamagedText"/>.</summary>
    public ImmutableArray<HoconError> Damage { get; private init; } = [];

    internal ImmutableArray<ValueSyntax> Layers => _layers;

    // The length of the texts: they can't have written out more values than that.
    internal long Weight { get; }

    internal HoconLeniency Leniency { get; }

    /// <summary>Reads a text. Never throws for what the text says.</summary>
    /// <param name="text">HOCON, or JSON, which is HOCON.</param>
    /// <param name="source">The name that positions show, usually that of the file.</param>
    /// <param name="includer">Finds what <c>include</c> names, or null. Its exceptions pass through.</param>
    /// <param name="leniency">What is no error, or is read otherwise, here and in what is included.</param>
    public static HoconDocument Parse(
        string text,
        string source = "text",
        Func<HoconInclude, HoconDocument?>? includer = null,
        HoconLeniency leniency = HoconLeniency.None)
        => Parse(text, source, new IncludeScope(includer, leniency));

    /// <summary>Reads a text that lies in an assembly, such as the defaults of settings.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The resource's name, which positions show.</param>
    /// <exception cref="InvalidOperationException">There is no such resource.</exception>
    public static HoconDocument OfResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Expected {name} in the assembly, got nothing.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>Makes a document of values that are resolved already, to be a fallback or to have one.</summary>
    public static HoconDocument Of(HoconObjectNode root)
        => new([new NodeSyntax(root)], [], root.Size, HoconLeniency.None);

    /// <summary>Puts another document under this one: as if its text stood before the text of this one.</summary>
    public HoconDocument WithFallback(HoconDocument fallback)
        => new([.. fallback._layers, .. _layers], [.. Errors, .. fallback.Errors], Weight + fallback.Weight, Leniency)
        {
            Damage = [.. Damage, .. fallback.Damage],
        };

    /// <summary>Merges everything and looks the substitutions up. Never throws for what the texts say.</summary>
    /// <param name="environment">Answers for what is no setting; by default the variables of the process.</param>
    public HoconTree Resolve(Func<string, string?>? environment = null)
        => Resolver.Resolve(this, environment ?? Environment.GetEnvironmentVariable);

    internal static HoconDocument Parse(string text, string source, IncludeScope scope)
    {
        var leniency = scope.Leniency;
        var state = new ParserState(Lexer.Read(text, source, leniency), leniency);
        var root = new ObjectParser(state, new IncludeParser(state, scope)).ReadRoot();
        var isDamaged = state.Errors.Any(error => error.Kind is HoconErrorKind.Syntax or HoconErrorKind.Assignment);
        return isDamaged && leniency.HasFlag(HoconLeniency.DamagedText)
            ? Salvage(text, source, scope, state.Errors)
            : new([root], state.Errors, text.Length, leniency);
    }

    private static HoconDocument Salvage(
        string text, string source, IncludeScope scope, ImmutableArray<HoconError> damage)
    {
        var (root, errors) = Salvager.Read(text, source, scope);
        if (errors.IsEmpty)
        {
            return new([root], [], text.Length, scope.Leniency) { Damage = damage };
        }

        // What stopped the salvaging is worth telling where it is of another kind: callers decide by the first.
        var isTold = damage.Any(error => error.Position == errors[0].Position)
            && damage[0].Kind == errors[0].Kind;
        return new([root], isTold ? damage : [errors[0], .. damage], text.Length, scope.Leniency);
    }
}
