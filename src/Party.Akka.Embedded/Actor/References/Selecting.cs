using Akka.Actor.Hosting;

namespace Akka.Actor.References;

/// <summary>One message on its way along the path of a selection.</summary>
internal readonly record struct Selecting(SelectionPathElement[] Path, object Message, IActorRef? Sender)
{
    /// <summary>Selects by an absolute path; one of another system leads to the dead letters.</summary>
    public static ActorSelection From(ActorPath path, EmbeddedActorSystem system) =>
        new(system.Provider.RootGuardianAt(path.Address), path.Elements);

    /// <summary>Selects by a path that is absolute, or else starts at <paramref name="start"/>.</summary>
    public static ActorSelection From(string path, EmbeddedActorSystem system, IActorRef start)
    {
        if (string.IsNullOrEmpty(path))
        {
            return new(system.DeadLetters, "");
        }

        if (ActorPath.TryParse(path, out var absolute))
        {
            return From(absolute, system);
        }

        return new(path.StartsWith('/') ? system.Provider.RootGuardian : start, path);
    }

    public void Deliver(IInternalActorRef anchor) => Follow(anchor, 0, isOneOfMany: false);

    private void Follow(IInternalActorRef actor, int step, bool isOneOfMany)
    {
        if (step == Path.Length)
        {
            actor.Tell(Message, Sender);
            return;
        }

        switch (Path[step])
        {
            case SelectParent:
                Follow(actor.Path.Depth == 0 ? actor : actor.Parent, step + 1, isOneOfMany);
                break;
            case SelectChildName name:
                FollowAll(actor, step, isOneOfMany, actor.Child(name.Name) is { } child ? [child] : []);
                break;
            case SelectChildPattern pattern:
                FollowAll(actor, step, isOneOfMany, [.. actor.Children.Where(child => pattern.Fits(child.Path.Name))]);
                break;
            case SelectChildRecursive:
                FollowAll(actor, step, isOneOfMany, [.. Descendants(actor)]);
                break;
        }
    }

    private void FollowAll(IInternalActorRef actor, int step, bool isOneOfMany, IInternalActorRef[] found)
    {
        foreach (var next in found)
        {
            Follow(next, step + 1, isOneOfMany || Path[step] is not SelectChildName);
        }

        if (found.Length == 0 && !isOneOfMany)
        {
            var nowhere = actor.Path / Path[step..].Select(element => element.ToString() ?? "");
            new EmptyActorRef(actor.System, nowhere).Tell(Message, Sender);
        }
    }

    private static IEnumerable<IInternalActorRef> Descendants(IInternalActorRef actor) =>
        actor.Children.SelectMany(child => Descendants(child).Prepend(child));
}
