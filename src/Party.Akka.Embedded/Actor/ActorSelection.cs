using Akka.Actor.Cells;
using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>A path with wildcards, followed anew for every message to whoever lives there at that moment.</summary>
public class ActorSelection : ICanTell
{
    /// <summary>Follows <paramref name="path"/> from <paramref name="anchor"/>.</summary>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    /// <summary>Follows a path of names, patterns and <c>..</c>, separated by slashes.</summary>
    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Split('/'))
    {
    }

    /// <summary>Follows names, patterns and <c>..</c>; empty ones are left out.</summary>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, [.. elements.Where(element => element.Length > 0).Select(Step)])
    {
    }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The steps from there.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The steps as text, with a slash before each.</summary>
    public string PathString => "/" + string.Join<SelectionPathElement>('/', Path);

    /// <summary>Sends to every actor the path reaches, by default in the name of the actor on this thread.</summary>
    /// <remarks>A path without wildcards that reaches nobody makes a dead letter of that path.</remarks>
    public void Tell(object message, IActorRef? sender = null) =>
        new Selecting(Path, message, sender ?? ActorCell.Current?.Self).Deliver((IInternalActorRef)Anchor);

    /// <summary>The reference of the one actor at that path.</summary>
    /// <exception cref="ActorNotFoundException">
    /// Thrown by the task: nobody is there, or nobody answered in time.
    /// </exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <inheritdoc cref="ResolveOne(TimeSpan)"/>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(this), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException($"Expected an actor at {this}, got none.");
        }
        catch (Exception error)
        {
            throw new ActorNotFoundException(
                $"Expected an actor at {this} to answer within {timeout}, got {error.GetType().Name}.", error);
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorSelection other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path.ToStringWithUid()}), Path({PathString})]";

    /// <summary>Equal by anchor and path.</summary>
    protected bool Equals(ActorSelection other) => Anchor.Equals(other.Anchor) && Path.SequenceEqual(other.Path);

    private static SelectionPathElement Step(string element) => element switch
    {
        ".." => SelectParent.Instance,
        "**" => SelectChildRecursive.Instance,
        _ when SelectChildPattern.IsPattern(element) => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}
