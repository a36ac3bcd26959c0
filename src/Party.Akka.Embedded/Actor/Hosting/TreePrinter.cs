using System.Globalization;
using System.Text;
using Akka.Actor.References;

namespace Akka.Actor.Hosting;

/// <summary>Writes down the tree of actors, for a look at it.</summary>
internal static class TreePrinter
{
    public static string Print(LocalActorRef root)
    {
        var text = new StringBuilder();
        Print(text, root, "-> ", "   ");
        return text.ToString().TrimEnd('\n');
    }

    private static void Print(StringBuilder text, IInternalActorRef actor, string lead, string below)
    {
        var children = actor.Children.ToArray();
        var type = (actor as LocalActorRef)?.Cell.Props.Type;
        var count = children.Length switch
        {
            0 => "No children",
            var some => some.ToString(CultureInfo.InvariantCulture) + " children",
        };
        text.Append(lead).Append(actor.Path.Name).Append(' ').Append(actor.GetType().Name).Append(' ')
            .Append(type).Append(' ').Append(count).Append('\n');
        for (var i = 0; i < children.Length; i++)
        {
            var isLast = i == children.Length - 1;
            Print(text, children[i], below + "L-> ", below + (isLast ? "    " : "|   "));
        }
    }
}
