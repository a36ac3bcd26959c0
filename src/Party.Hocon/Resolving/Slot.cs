using System.Collections.Immutable;

namespace Party.Hocon.Resolving;

/// <summary>The place of a key or an element: all values written for it, and what they come to.</summary>
/// <remarks>There is one for every value, and most hold a single text: the rest is made when needed.</remarks>
internal sealed class Slot(Slot? parent, string? key)
{
    public const int Idle = -1;

    // Lowest priority first.
    private Layer[] _layers = [];
    private Dictionary<int, Form?>? _forms;

    public ReadOnlySpan<Layer> Layers => _layers.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>The layer that is being evaluated, else <see cref="Idle"/>. Who returns sees what is below.</summary>
    public int Evaluating { get; set; } = Idle;

    /// <summary>The layer that last took over what is below it, by naming this slot; else <see cref="Idle"/>.</summary>
    public int LookedBack { get; set; } = Idle;

    /// <summary>The lowest layer that has a share in the value as a whole.</summary>
    public int Lowest { get; set; }

    /// <summary>Whether something was reported that explains why there is no value.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether the members or elements are being resolved.</summary>
    public bool IsOpen { get; set; }

    public bool IsResolved { get; set; }

    /// <summary>The final value once <see cref="IsResolved"/>; null for one that is left out.</summary>
    public HoconNode? Node { get; set; }

    /// <summary>The keys from the root; an array element counts as the array.</summary>
    public ImmutableArray<string> Keys
    {
        get
        {
            var keys = ImmutableArray.CreateBuilder<string>();
            for (var slot = this; slot is not null; slot = slot.Parent)
            {
                if (slot.Key is { } own)
                {
                    keys.Add(own);
                }
            }

            keys.Reverse();
            return keys.DrainToImmutable();
        }
    }

    public string Path => HoconPath.Join(Keys);

    private Slot? Parent => parent;

    private string? Key => key;

    public void Add(Layer layer)
    {
        if (layer.IsText)
        {
            Count = 0;
        }

        if (Count == _layers.Length)
        {
            Array.Resize(ref _layers, Math.Max(1, Count * 2));
        }

        _layers[Count++] = layer;
    }

    /// <summary>What the lowest <paramref name="top"/> layers came to when they were evaluated before.</summary>
    public bool TryGetForm(int top, out Form? form)
    {
        form = null;
        return _forms?.TryGetValue(top, out form) == true;
    }

    public void Keep(int top, Form? form)
    {
        _forms ??= [];
        _forms[top] = form;
    }
}
