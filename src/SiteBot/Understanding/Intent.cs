namespace SiteBot.Understanding;

/// <summary>What a message wants. On the wire in snake case.</summary>
public enum Intent
{
    /// <summary>Everything outside the job.</summary>
    None,

    /// <summary>May this operation begin, now or at a named time?</summary>
    CanINow,

    /// <summary>Begin a visit.</summary>
    StartVisit,

    /// <summary>Something is wrong at the site.</summary>
    ReportProblem,

    /// <summary>The service runs again.</summary>
    ServiceRestored,

    /// <summary>What is done and what is left.</summary>
    Checklist,

    /// <summary>Ask somebody for consent.</summary>
    RequestApproval,

    /// <summary>The data were backed up.</summary>
    RecordBackup,

    /// <summary>How far is the visit?</summary>
    Status,

    /// <summary>Close the visit.</summary>
    FinishVisit,

    /// <summary>The customer was asked afterwards how the equipment runs.</summary>
    FollowUp,

    /// <summary>What is owed by me.</summary>
    MyReminders,

    /// <summary>Give me a form or a report.</summary>
    Form,

    /// <summary>A question about conduct or the standard.</summary>
    Ask,

    /// <summary>Speak another language.</summary>
    Language,

    /// <summary>Stop what we are at.</summary>
    Cancel,

    /// <summary>What can you do?</summary>
    Help,

    /// <summary>Good morning.</summary>
    Greeting,
}

/// <summary>How bad a trouble is.</summary>
public enum Severity
{
    /// <summary>Service interruption, or all of a site down.</summary>
    Critical,

    /// <summary>Severe degradation, or billing wrong.</summary>
    Serious,

    /// <summary>Anything lesser.</summary>
    Normal,
}
