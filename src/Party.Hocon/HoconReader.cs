using System.Collections.Immutable;
using Party.Hocon.Reading;

namespace Party.Hocon;

/// <summary>Reads settings as what they should be, and finds everything that is wrong in one go.</summary>
/// <remarks>
/// <code>
/// var reader = new HoconReader(tree, "party");
/// var demand = reader["consumer.max-demand"].ReadInt(min: 1);
/// var letters = reader["partition.letters"].ReadList(letter => letter.ReadText());
/// reader.ThrowIfErrors();
/// </code>
/// A setting that can't be read is reported and answers something of no use: nothing that was read may be used before
/// <see cref="ThrowIfErrors"/>. It reports the errors of the text as well, and the keys that nobody asked for.
/// </remarks>
public sealed class HoconReader
{
    private readonly Findings _findings;
    private readonly HoconSetting _root;

    /// <summary>Begins to read what a product calls its own; what stands beside it is not looked at.</summary>
    /// <param name="tree">A tree with errors is welcome: they are reported with those of the settings.</param>
    /// <param name="path">The object that holds the settings.</param>
    public HoconReader(HoconTree tree, string path)
    {
        _findings = new(tree.Errors);
        _root = new HoconSetting(tree.Root, _findings)[path];
    }

    /// <summary>What is wrong so far, by place: errors of the text, of the settings, and unknown keys.</summary>
    public ImmutableArray<HoconError> Errors
        => HoconError.InOrder([.. _findings.Errors, .. _root.FindUnknown().Select(unknown => unknown.ToError())]);

    /// <summary>The setting at a path below the one that the reader began with.</summary>
    public HoconSetting this[string path] => _root[path];

    /// <summary>Ends the reading: from here on, what was read can be used.</summary>
    /// <exception cref="HoconException">Something is wrong; it carries everything that is.</exception>
    public void ThrowIfErrors()
    {
        if (Errors is { IsEmpty: false } errors)
        {
            throw new HoconException(errors);
        }
    }
}
