using Akka.Configuration;

namespace Akka.Actor.Hosting;

/// <summary>What akka.actor.deployment says about actors, by their paths below <c>/user</c>.</summary>
internal sealed class Deployments
{
    private const string Section = "akka.actor.deployment";

    // Those without wildcards first: the nearest description wins.
    private readonly List<(string[] Path, Deploy Deploy)> _all = [];

    public Deployments(Config config)
    {
        foreach (var (path, _) in config.GetConfig(Section)?.AsEnumerable() ?? [])
        {
            if (path.StartsWith('/'))
            {
                _all.Add((path[1..].Split('/'), Read(path, config.GetConfig($"{Section}.\"{path}\"") ?? Config.Empty)));
            }
        }

        _all.Sort(static (left, right) => Wildcards(left.Path).CompareTo(Wildcards(right.Path)));
    }

    /// <summary>What is said about the actor at that path; null where nothing is.</summary>
    public Deploy? Find(ActorPath path)
    {
        if (_all.Count == 0 || path.ParentOf(1).Name != "user")
        {
            return null;
        }

        var names = path.Elements.Skip(1).ToArray();
        return _all.Find(entry => Fits(entry.Path, names)).Deploy;
    }

    private static Deploy Read(string path, Config section)
    {
        if (section.GetString("router", "none") is not "none" and var router)
        {
            throw new ConfigurationException(
                $"Cannot deploy {path} as a {router} router: the embedded runtime has none. "
                + $"Remove {Section}.\"{path}\".router.");
        }

        return new Deploy
        {
            Path = path,
            Config = section,
            Dispatcher = section.GetString("dispatcher", Deploy.NoDispatcherGiven) ?? "",
            Mailbox = section.GetString("mailbox", Deploy.NoMailboxGiven) ?? "",
            StashCapacity = section.GetInt("stash-capacity", Deploy.NoStashSize),
        };
    }

    private static bool Fits(string[] pattern, string[] names)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "**")
            {
                return names.Length > i;
            }

            if (i >= names.Length || (pattern[i] != "*" && pattern[i] != names[i]))
            {
                return false;
            }
        }

        return pattern.Length == names.Length;
    }

    private static int Wildcards(string[] pattern) =>
        pattern.Sum(element => element switch { "**" => 1000, "*" => 1, _ => 0 });
}
