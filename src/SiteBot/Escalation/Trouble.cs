namespace SiteBot.Escalation;

/// <summary>What is wrong, as the standard sorts it.</summary>
public enum Trouble
{
    /// <summary>Service is interrupted (6.5-1).</summary>
    Interruption,

    /// <summary>Performance is severely degraded (6.5-1).</summary>
    SevereDegradation,

    /// <summary>Billing is wrong (6.5-1).</summary>
    Billing,

    /// <summary>Works must stop because of the customer (5.2-12).</summary>
    WorksStopped,
}

/// <summary>How bad it is; the words of 6.5-1.</summary>
public enum AlarmSeverity
{
    /// <summary>严重: severe degradation, billing, works that stop.</summary>
    Serious,

    /// <summary>关键: service is interrupted.</summary>
    Critical,
}

/// <summary>How bad each trouble is.</summary>
public static class Severities
{
    /// <summary>The severity of a trouble; the person who reports it does not choose it (6.5-1: nothing is played down).</summary>
    public static AlarmSeverity Of(Trouble trouble) => trouble == Trouble.Interruption ? AlarmSeverity.Critical : AlarmSeverity.Serious;
}
