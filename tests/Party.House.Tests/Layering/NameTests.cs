using System.Reflection;
using Party.House.Tests.Surface;
using Xunit.Abstractions;

namespace Party.House.Tests.Layering;

/// <summary>No public type of Party's own can be confused with one of Akka.NET's that a user has in sight.</summary>
public sealed class NameTests(ITestOutputHelper output)
{
    private static readonly string[] InSight =
        ["Akka", "Akka.Actor", "Akka.Event", "Akka.Configuration", "Akka.Dispatch", "Akka.Pattern"];

    [Fact]
    public void No_type_shares_its_name_with_one_of_Akka()
    {
        if (ApiDocument.Load() is not { } api)
        {
            output.WriteLine("Inconclusive: there is no shared/reference above this folder. Nothing was compared.");
            return;
        }

        var theirs = api.Types.Select(type => type.FullName).Where(name => !name.Contains('+'))
            .Select(name => (Space: name[..name.LastIndexOf('.')], Name: name[(name.LastIndexOf('.') + 1)..]))
            .Where(type => InSight.Contains(type.Space))
            .Select(type => type.Name)
            .ToHashSet();
        Assembly[] own = [typeof(Demand.Subscriptions.Subscription).Assembly, typeof(
            Hocon.HoconReader).Assembly, typeof(Actors.SubscribeTo).Assembly];
        var shared = own.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => theirs.Contains(type.Name));

        Assert.Empty(shared);
    }
}
