using Party.Hocon;

namespace Party.Actors.Configuring;

/// <summary>Reads <see cref="StageDeployment"/>.</summary>
internal static class DeploymentSection
{
    private const string ThreadDispatcher = "thread-dispatcher";
    private const string Mailbox = "mailbox";

    /// <summary>Reads both settings.</summary>
    /// <param name="reader">The section.</param>
    /// <param name="findFault">What is wrong with an id; null for nothing.</param>
    public static StageDeployment Read(HoconReader reader, DeploymentFaults findFault) => new()
    {
        ThreadDispatcher = ReadId(reader[ThreadDispatcher], findFault.OfThreadDispatcher),
        Mailbox = ReadId(reader[Mailbox], findFault.OfMailbox),
    };

    /// <summary>Says that these settings are known where a section is read as something else.</summary>
    public static void Leave(HoconReader reader)
    {
        _ = reader[ThreadDispatcher];
        _ = reader[Mailbox];
    }

    private static string? ReadId(HoconSetting setting, Func<string, string?> findFault)
    {
        var id = setting.Says("default") ? null : setting.ReadText();
        if (id is not null && setting.Exists && findFault(id) is { } fault)
        {
            setting.Report(fault);
        }

        return id;
    }
}
