using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A fact that is skipped where the system is not Windows.</summary>
public class WindowsFactAttribute : FactAttribute
{
    private string? _skip;

    /// <summary>Why it is skipped; null if it is run. What is set here counts before the system.</summary>
    public override string? Skip
    {
        get => _skip ?? (OperatingSystem.IsWindows() ? null : SkipUnix ?? "Skipped under Unix platforms");
        set => _skip = value;
    }

    /// <summary>What <see cref="Skip"/> says where the system is the reason.</summary>
    public string? SkipUnix { get; set; }
}
