using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;
using Party.Conformance.Flows.Models;
using Party.Flows;

namespace Party.Conformance.Flows.Subjects;

/// <summary>Runs recorded pipelines with Party, on an actor system of their own.</summary>
public static class PartyFlows
{
    private static readonly Lazy<ActorSystem> System = new(() => ActorSystem.Create(
        "flows", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF")));

    /// <summary>What a pipeline comes to.</summary>
    /// <param name="script">The pipeline.</param>
    /// <param name="asFlow">Whether Party is to do what Flow does, wherever it would do otherwise.</param>
    public static ImmutableArray<string> Run(FlowScript script, bool asFlow)
    {
        try
        {
            var flow = new PartyFlow(asFlow, script.IsSorted).Of(script.Pipeline);
            return FlowRecord.Of(flow.ToListAsync(System.Value).GetAwaiter().GetResult(), script.IsSorted);
        }
        catch (FlowRefusedException refused)
        {
            return FlowRecord.Refused(refused.Message);
        }
        catch (FlowException)
        {
            return FlowRecord.Exit;
        }
    }
}
