using System.Collections.Immutable;

namespace Party.Hocon.Resolving;

/// <summary>The place of a key or an array element: all values that were written for it, and what they come to.</summary>
internal sealed class Slot(Slot? parent, string? key)
{
    public const int Idle = -1;

    // Lowest priority first.
    private readonly List<Layer> _layers = [];

    public Slot? Parent => parent;

    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>What the lowest so many layers come to, as far as somebody asked.</summary>
    public Dictionary<int, Form?> Forms { get; } = [];

    /// <summary>The layer that is being evaluated, else <see cref="Idle"/>. A substitution that comes back here sees what is below.</summary>
    public int Evaluating { get; set; } = Idle;

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

    private string? Key => key;

    public void Add(Layer layer)
    {
        if (layer.IsText)
        {
            _layers.Clear();
        }

        _layers.Add(layer);
    }

    public void AddAll(Slot other)
    {
        foreach (var layer in other._layers)
        {
            Add(layer);
        }
    }
}
