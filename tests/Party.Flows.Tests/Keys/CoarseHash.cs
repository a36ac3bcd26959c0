using Party.Flows.Keys;

namespace Party.Flows.Tests.Keys;

/// <summary>Numbers that hash to few values, so that different ones collide.</summary>
internal sealed class CoarseHash(uint values) : KeyHash<int>
{
    public override uint Of(int key) => (uint)key % values * 0x10000001u;

    public override bool AreSame(int one, int other) => one == other;
}
