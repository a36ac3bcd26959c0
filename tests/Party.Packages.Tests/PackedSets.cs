namespace Party.Packages.Tests;

/// <summary>All that look at the packages look at the same ones: they are packed once.</summary>
[CollectionDefinition(nameof(PackedSet))]
public sealed class PackedSets : ICollectionFixture<PackedSet>;
