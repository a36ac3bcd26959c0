using System.Runtime.InteropServices;

namespace Akka.Dispatch.Executing;

/// <summary>A number that shares its cache line, and the pair that is fetched with it, with nothing else.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PaddedCounter
{
    [FieldOffset(128)]
    public int Value;
}
