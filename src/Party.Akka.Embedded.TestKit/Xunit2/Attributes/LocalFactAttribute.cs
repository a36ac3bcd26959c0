using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A fact that is skipped where the variable <c>XUNIT_SKIP_LOCAL_FACT</c> is <c>true</c>.</summary>
public class LocalFactAttribute : FactAttribute
{
    private string? _skip;

    /// <summary>Why it is skipped; null if it is run. What is set here counts before the variable.</summary>
    public override string? Skip
    {
        get => _skip ?? LocalSkip.Reason("XUNIT_SKIP_LOCAL_FACT", SkipLocal);
        set => _skip = value;
    }

    /// <summary>What <see cref="Skip"/> says where the variable is the reason.</summary>
    public string? SkipLocal { get; set; }
}
