namespace SiteBot.Forms;

/// <summary>The keys of the words on forms; the words stand in <c>dialogs/texts/forms.yaml</c>. A host requires them at start.</summary>
public static class FormLabels
{
    private static readonly List<string> All = [];

    /// <summary>Every key.</summary>
    public static IReadOnlyList<string> Keys => All;

    // ---- the head ----
    internal static readonly string Visit = Key("visit");
    internal static readonly string Service = Key("service");
    internal static readonly string Customer = Key("customer");
    internal static readonly string Site = Key("site");
    internal static readonly string Office = Key("office");
    internal static readonly string Lead = Key("lead");
    internal static readonly string Contact = Key("contact");
    internal static readonly string DrawnUp = Key("drawn_up");
    internal static readonly string Source = Key("source");
    internal static readonly string None = Key("none");
    internal static readonly string Yes = Key("yes");
    internal static readonly string No = Key("no");
    internal static readonly string Minutes = Key("minutes");

    // ---- the plan ----
    internal static readonly string Plan = Key("plan");
    internal static readonly string Operation = Key("operation");
    internal static readonly string Equipment = Key("equipment");
    internal static readonly string Versions = Key("versions");
    internal static readonly string Exceptional = Key("exceptional");
    internal static readonly string Window = Key("window");
    internal static readonly string Appointment = Key("appointment");
    internal static readonly string Lasts = Key("lasts");
    internal static readonly string RollBackTakes = Key("roll_back_takes");
    internal static readonly string RollBackBy = Key("roll_back_by");
    internal static readonly string ServiceAffected = Key("service_affected");
    internal static readonly string MayInterrupt = Key("may_interrupt");
    internal static readonly string NotAffected = Key("not_affected");
    internal static readonly string AlarmsToExpect = Key("alarms_to_expect");
    internal static readonly string Hardware = Key("hardware");
    internal static readonly string MinorReason = Key("minor_reason");
    internal static readonly string Restores = Key("restores");

    // ---- people ----
    internal static readonly string People = Key("people");
    internal static readonly string Who = Key("who");
    internal static readonly string As = Key("as");
    internal static readonly string Phone = Key("phone");
    internal static readonly string FormerLead = Key("former_lead");
    internal static readonly string ProductSupport = Key("product_support");
    internal static readonly string OfficeHead = Key("office_head");
    internal static readonly string RemoteSupport = Key("remote_support");
    internal static readonly string Presence = Key("presence");
    internal static readonly string Arrived = Key("arrived");
    internal static readonly string LeftAt = Key("left_at");
    internal static readonly string LeftForGood = Key("left_for_good");
    internal static readonly string LeftForNight = Key("left_for_night");
    internal static readonly string LeftHandedOver = Key("left_handed_over");
    internal static readonly string WatchedBy = Key("watched_by");

    // ---- the checklist ----
    internal static readonly string Checklist = Key("checklist");
    internal static readonly string Item = Key("item");
    internal static readonly string State = Key("state");
    internal static readonly string ByAndWhen = Key("by_and_when");
    internal static readonly string Told = Key("told");
    internal static readonly string Done = Key("done");
    internal static readonly string SaidNo = Key("said_no");
    internal static readonly string DoesNotApply = Key("does_not_apply");
    internal static readonly string Open = Key("open");
    internal static readonly string AsNeeded = Key("as_needed");
    internal static readonly string Files = Key("files");
    internal static readonly string Witness = Key("witness");
    internal static readonly string Reason = Key("reason");
    internal static readonly string Remark = Key("remark");
    internal static readonly string FieldIs = Key("field_is");

    // ---- operations, decisions, consents ----
    internal static readonly string Operations = Key("operations");
    internal static readonly string Begun = Key("begun");
    internal static readonly string Ended = Key("ended");
    internal static readonly string Outcome = Key("outcome");
    internal static readonly string OutcomeDone = Key("outcome_done");
    internal static readonly string OutcomeRolledBack = Key("outcome_rolled_back");
    internal static readonly string OutcomeFailed = Key("outcome_failed");
    internal static readonly string Running = Key("running");
    internal static readonly string NotBegun = Key("not_begun");
    internal static readonly string WithoutGo = Key("without_go");
    internal static readonly string SaidBy = Key("said_by");
    internal static readonly string Decisions = Key("decisions");
    internal static readonly string AskedAt = Key("asked_at");
    internal static readonly string Verdict = Key("verdict");
    internal static readonly string VerdictGo = Key("verdict_go");
    internal static readonly string VerdictWait = Key("verdict_wait");
    internal static readonly string VerdictNo = Key("verdict_no");
    internal static readonly string VerdictNever = Key("verdict_never");
    internal static readonly string Reasons = Key("reasons");
    internal static readonly string Consents = Key("consents");
    internal static readonly string ConsentOf = Key("consent_of");
    internal static readonly string For = Key("for");
    internal static readonly string Answer = Key("answer");
    internal static readonly string Waiting = Key("waiting");
    internal static readonly string Approved = Key("approved");
    internal static readonly string Rejected = Key("rejected");
    internal static readonly string Withdrawn = Key("withdrawn");
    internal static readonly string ByMailOf = Key("by_mail_of");
    internal static readonly string DataChanges = Key("data_changes");
    internal static readonly string When = Key("when");
    internal static readonly string What = Key("what");
    internal static readonly string By = Key("by");

    // ---- service, issues, questions, what is owed ----
    internal static readonly string ServiceState = Key("service_state");
    internal static readonly string StateNormal = Key("state_normal");
    internal static readonly string StateDegraded = Key("state_degraded");
    internal static readonly string StateInterrupted = Key("state_interrupted");
    internal static readonly string StateSince = Key("state_since");
    internal static readonly string Alarms = Key("alarms");
    internal static readonly string Trouble = Key("trouble");
    internal static readonly string Affected = Key("affected");
    internal static readonly string AlarmOver = Key("alarm_over");
    internal static readonly string OpenIssues = Key("open_issues");
    internal static readonly string Issue = Key("issue");
    internal static readonly string FromStep = Key("from_step");
    internal static readonly string Questions = Key("questions");
    internal static readonly string Question = Key("question");
    internal static readonly string AnswerTo = Key("answer_to");
    internal static readonly string NotAnswered = Key("not_answered");
    internal static readonly string Owed = Key("owed");
    internal static readonly string OwedBy = Key("owed_by");
    internal static readonly string OwedSince = Key("owed_since");
    internal static readonly string Forms = Key("forms");
    internal static readonly string FormName = Key("form_name");
    internal static readonly string FormOwed = Key("form_owed");
    internal static readonly string FormProduced = Key("form_produced");
    internal static readonly string FormSigned = Key("form_signed");
    internal static readonly string FormArchived = Key("form_archived");

    // ---- days and weeks ----
    internal static readonly string Day = Key("day");
    internal static readonly string Week = Key("week");
    internal static readonly string NothingTold = Key("nothing_told");
    internal static readonly string DataChanged = Key("data_changed");
    internal static readonly string AppointmentMoved = Key("appointment_moved");
    internal static readonly string DutyDone = Key("duty_done");
    internal static readonly string Asked = Key("asked");

    // ---- signatures, the slip ----
    internal static readonly string CustomerSigns = Key("customer_signs");
    internal static readonly string WeSign = Key("we_sign");
    internal static readonly string Name = Key("name");
    internal static readonly string Signature = Key("signature");
    internal static readonly string Date = Key("date");
    internal static readonly string Slip = Key("slip");
    internal static readonly string SlipIntro = Key("slip_intro");
    internal static readonly string SlipWhat = Key("slip_what");
    internal static readonly string SlipCalls = Key("slip_calls");
    internal static readonly string SlipAtNight = Key("slip_at_night");

    private static string Key(string name)
    {
        All.Add("form." + name);
        return All[^1];
    }
}
