using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class ExtensionTests() : QuietKit($"akka.extensions = [\"{typeof(EagerId).AssemblyQualifiedName}\"]")
{
    [Fact]
    public void An_extension_is_there_once_it_was_applied()
    {
        Assert.Null(new TallyId().Get(Sys));
        Assert.False(Sys.HasExtension<Tally>());

        var tally = new TallyId().Apply(Sys);

        Assert.Same(tally, new TallyId().Get(Sys));
        Assert.Same(tally, Sys.GetExtension<Tally>());
        Assert.Same(tally, Sys.WithExtension<Tally, TallyId>());
        Assert.True(Sys.TryGetExtension<Tally>(out var found));
        Assert.Same(tally, found);
        Assert.Same(Sys, tally.System);
    }

    [Fact]
    public async Task Whoever_asks_first_makes_it_for_all()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new TallyId().Apply(Sys))));

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void One_that_can_not_be_made_says_why() => Assert.Throws<FlawException>(() => new BrokenId().Apply(Sys));

    [Fact]
    public void The_configuration_may_list_some() => Assert.True(Sys.HasExtension<Eager>());

    private sealed class Tally(ActorSystem system) : IExtension
    {
        public ActorSystem System => system;
    }

    private sealed class TallyId : ExtensionIdProvider<Tally>
    {
        public override Tally CreateExtension(ExtendedActorSystem system) => new(system);
    }

    private sealed class Broken : IExtension;

    private sealed class BrokenId : ExtensionIdProvider<Broken>
    {
        public override Broken CreateExtension(ExtendedActorSystem system) => throw new FlawException("extension");
    }

    public sealed class Eager : IExtension;

    public sealed class EagerId : ExtensionIdProvider<Eager>
    {
        public override Eager CreateExtension(ExtendedActorSystem system) => new();
    }
}
