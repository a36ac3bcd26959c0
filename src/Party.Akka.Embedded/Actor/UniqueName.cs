namespace Akka.Actor;

/// <summary>Names for what nobody named: $a to $~, then $aa and so on, the lowest of the 64 digits first.</summary>
internal static class UniqueName
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    public static string Of(long number)
    {
        Span<char> name = stackalloc char[12];
        var length = 0;
        name[length++] = '$';
        do
        {
            name[length++] = Digits[(int)(number & 63)];
            number >>= 6;
        }
        while (number > 0);

        return new(name[..length]);
    }
}
