using System.Collections;

namespace Party.House.Tests.Surface;

/// <summary>What was found to differ, in words.</summary>
public sealed class Findings : IEnumerable<string>
{
    private readonly List<string> _found = [];

    public void Expect(bool condition, string otherwise)
    {
        if (!condition)
        {
            _found.Add(otherwise);
        }
    }

    public void ExpectSame(string what, string own, string akka) =>
        Expect(own == akka, $"has the {what} {own}, Akka.NET's {akka}.");

    public void ExpectSame<T>(string what, IEnumerable<T> own, IEnumerable<T> akka) =>
        ExpectSame(what, $"[{string.Join("; ", own)}]", $"[{string.Join("; ", akka)}]");

    public IEnumerator<string> GetEnumerator() => _found.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
