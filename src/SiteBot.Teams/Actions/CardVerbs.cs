namespace SiteBot.Teams.Actions;

/// <summary>The verbs of card actions: a closed set. Each names the data that its button carries, then the inputs that it takes from the card.
/// A card carries the id of the thing that it decides, never a version of the visit. Inputs are named <c>f_…</c> so that they never meet the data; all are texts.</summary>
internal static class CardVerbs
{
    // ---- any moment ----
    /// <summary>The menu. No data.</summary>
    public const string Help = "help";

    /// <summary>What is due for me. No data.</summary>
    public const string Due = "due";

    /// <summary><c>to</c>: zh or en.</summary>
    public const string Language = "language";

    /// <summary>Shows a card as it is now, in place. <c>card</c>: its name; and the ids that it is drawn from: <c>visit</c>, <c>request</c>, <c>alarm</c>, <c>step</c>, <c>decision</c>.</summary>
    public const string Refresh = "refresh";

    /// <summary>The card asked for is not wanted any more; nothing happens. <c>card</c>: its name.</summary>
    public const string Dismiss = "dismiss";

    /// <summary>One of several things that a name fits. <c>question</c>: its id; <c>chosen</c>: the thing's key.</summary>
    public const string NameChoose = "name.choose";

    // ---- a visit and its plan ----
    /// <summary>The card to begin a visit. <c>service</c>, or nothing for a choice.</summary>
    public const string VisitForm = "visit.form";

    /// <summary>Begins a visit. <c>service</c>, <c>form</c>: an id of this form, so that a double click begins one. <c>f_site, f_equipment, f_current, f_target, f_date</c> (yyyy-MM-dd),
    /// <c>f_from, f_to</c> (HH:mm, site time), <c>f_minutes, f_contact, f_phone</c>.</summary>
    public const string VisitStart = "visit.start";

    /// <summary>The card to change a plan. <c>visit</c>.</summary>
    public const string PlanForm = "visit.plan_form";

    /// <summary>Changes the plan. <c>visit</c>; inputs as of <see cref="VisitStart"/>, and <c>f_sure, f_hardware, f_tool, f_major, f_live</c> (yes or no), <c>f_alarms, f_reason</c>.</summary>
    public const string PlanChange = "visit.plan";

    /// <summary>Works on this visit from now on in this conversation. <c>visit</c>; <c>then</c>: what to do next, a text that was typed.</summary>
    public const string VisitFocus = "visit.focus";

    /// <summary>Where the visit stands. <c>visit</c>.</summary>
    public const string VisitStatus = "visit.status";

    /// <summary>The checklist. <c>visit</c>; <c>as</c>: text for weak networks.</summary>
    public const string VisitChecklist = "visit.checklist";

    /// <summary>Hands the visit to a colleague. <c>visit</c>. <c>f_to, f_note</c>.</summary>
    public const string VisitHandOver = "visit.hand_over";

    /// <summary>Will be late: phoned ahead, a new time agreed. <c>visit</c>. <c>f_date, f_time, f_why</c>.</summary>
    public const string VisitLate = "visit.late";

    /// <summary>Closes the visit. <c>visit</c>.</summary>
    public const string VisitClose = "visit.close";

    /// <summary>The visit does not take place. <c>visit</c>. <c>f_reason</c>.</summary>
    public const string VisitCancel = "visit.cancel";

    /// <summary>Moves the visit to the procedure in force. <c>visit</c>, <c>procedure</c>: its hash.</summary>
    public const string VisitProcedure = "visit.procedure";

    // ---- the checklist ----
    /// <summary>Shows a step to be answered. <c>visit, step</c>.</summary>
    public const string StepShow = "step.show";

    /// <summary>Done. <c>visit, step</c>. <c>f_FIELD</c> for each field of the step; <c>f_witness</c> where no photo may be taken.</summary>
    public const string StepDone = "step.done";

    /// <summary>No, or it failed. <c>visit, step</c>. Inputs as of <see cref="StepDone"/>.</summary>
    public const string StepNo = "step.no";

    /// <summary>It does not apply. <c>visit, step</c>. <c>f_reason</c>.</summary>
    public const string StepSkip = "step.skip";

    /// <summary>What was told was wrong. <c>visit, step</c>. <c>f_reason</c>.</summary>
    public const string StepWithdraw = "step.withdraw";

    // ---- the gate and consents ----
    /// <summary>Can I do it? <c>visit</c>; <c>operation</c>, <c>at</c> (ISO instant) and, for powering on, <c>shelf</c> (yes or no: in service) may be left out.</summary>
    public const string GateAsk = "gate.ask";

    /// <summary>Asks for the consents that are missing. <c>visit</c>.</summary>
    public const string ConsentAsk = "consent.ask";

    /// <summary>Consents. <c>visit, request, scope</c> (its hash). <c>f_from, f_to</c> (HH:mm) of a shorter window, <c>f_reason</c>.</summary>
    public const string ConsentApprove = "consent.approve";

    /// <summary>Rejects. <c>visit, request, scope</c>. <c>f_reason</c>.</summary>
    public const string ConsentReject = "consent.reject";

    /// <summary>Takes a consent back before the start. <c>visit, request, scope</c>. <c>f_reason</c>.</summary>
    public const string ConsentWithdraw = "consent.withdraw";

    /// <summary>Enters a consent that came by e-mail. <c>visit</c>. <c>f_role</c> (product_support, office_head), <c>f_by</c>.</summary>
    public const string ConsentMail = "consent.mail";

    // ---- the operation ----
    /// <summary>Begins; decides again. <c>visit, operation</c>; <c>shelf</c> as of <see cref="GateAsk"/>.</summary>
    public const string OperationStart = "operation.start";

    /// <summary>Acted without a go. <c>visit, operation, decision</c>; <c>shelf</c> as of <see cref="GateAsk"/>. <c>f_said_by, f_why</c>.</summary>
    public const string OperationWithoutGo = "operation.without_go";

    /// <summary>Ends it. <c>visit, run</c> (from 1), <c>outcome</c> (done, rolled_back, failed). <c>f_issues</c>.</summary>
    public const string OperationEnd = "operation.end";

    /// <summary>Data was changed (6.3-9). <c>visit</c>. <c>f_what</c>.</summary>
    public const string DataChanged = "data.changed";

    /// <summary>The state of the service. <c>visit, state</c> (normal, severely_degraded, interrupted). <c>f_what</c>.</summary>
    public const string ServiceTold = "service.told";

    /// <summary>Leaves the site. <c>visit, how</c> (night, handed_over, for_good). <c>f_to</c>: who takes over or watches.</summary>
    public const string Leave = "leave";

    // ---- duties, questions, forms ----
    /// <summary>A duty is done. <c>visit, duty, occasion</c>. <c>f_note</c>.</summary>
    public const string DutyDone = "duty.done";

    /// <summary>Later. <c>visit, duty, occasion</c>. <c>f_hours</c>.</summary>
    public const string DutySnooze = "duty.snooze";

    /// <summary>Somebody else's. <c>visit, duty, occasion</c>. <c>f_to</c>.</summary>
    public const string DutyHandOn = "duty.hand_on";

    /// <summary>The customer asks something (4.4-12). <c>visit</c>. <c>f_question, f_contact</c>.</summary>
    public const string QuestionNote = "question.note";

    /// <summary>The customer's questions, to be answered. <c>visit</c>.</summary>
    public const string QuestionList = "question.list";

    /// <summary>The customer has the answer. <c>visit</c>; <c>question</c>, or <c>f_which</c>. <c>f_answer</c>.</summary>
    public const string QuestionAnswer = "question.answer";

    /// <summary>Produces a form. <c>visit, form</c>; <c>language</c>, and <c>occasion</c> of a daily or weekly one, may be left out.</summary>
    public const string FormProduce = "form.produce";

    /// <summary>A form as it was drawn up before. <c>visit, form, file</c>: the hash of its bytes.</summary>
    public const string FormShow = "form.show";

    /// <summary>A form was signed. <c>visit, form</c>. <c>f_by, f_witness</c>.</summary>
    public const string FormSign = "form.sign";

    /// <summary>Yes to a file that was offered for the person's OneDrive. <c>visit, form, file, name, offer</c> as offered; <c>upload, url, unique, type</c> as Teams adds them.</summary>
    public const string FileAccept = "file.accept";

    /// <summary>No to it. Data as of <see cref="FileAccept"/>.</summary>
    public const string FileDecline = "file.decline";

    // ---- alarms ----
    /// <summary>Raises an alarm. <c>trouble</c> (interruption, severe_degradation, billing, works_stopped); <c>visit</c> and <c>words</c>, what was typed, may be left out. <c>f_words</c>.</summary>
    public const string AlarmRaise = "alarm.raise";

    /// <summary>Acknowledges. <c>alarm, round</c>, as all that follow.</summary>
    public const string AlarmAcknowledge = "alarm.acknowledge";

    /// <summary>Takes it over.</summary>
    public const string AlarmTakeOver = "alarm.take_over";

    /// <summary>Asks the next of the chain for help. <c>f_words</c>.</summary>
    public const string AlarmHelp = "alarm.help";

    /// <summary>Hands it on. <c>f_to, f_words</c>.</summary>
    public const string AlarmHandOn = "alarm.hand_on";

    /// <summary>It is solved. <c>f_what</c>.</summary>
    public const string AlarmResolve = "alarm.resolve";

    /// <summary>A false alarm, within a minute.</summary>
    public const string AlarmTakeBack = "alarm.take_back";

    /// <summary>More about it. <c>f_since</c> (HH:mm), <c>f_affected, f_words</c>.</summary>
    public const string AlarmDetails = "alarm.details";

    // ---- what holds for everybody ----
    /// <summary>Confirms a freeze. <c>id, of, from, to</c> (ISO instants), <c>reason</c>.</summary>
    public const string Freeze = "standing.freeze";

    /// <summary>Takes a freeze back. <c>id</c>.</summary>
    public const string Thaw = "standing.thaw";

    /// <summary>Confirms a release. <c>product, version</c>; <c>number</c> for an exceptional one.</summary>
    public const string Release = "standing.release";

    /// <summary>Takes a release back. <c>product, version</c>.</summary>
    public const string ReleaseWithdraw = "standing.release_withdraw";

    /// <summary>Confirms that a piece of equipment depends on another. <c>equipment, on</c>: each <c>SITE/ID</c>.</summary>
    public const string Depend = "standing.depend";

    /// <summary>Takes that back. <c>equipment, on</c>.</summary>
    public const string DependWithdraw = "standing.depend_withdraw";

    /// <summary>Binds a channel to a regional office. <c>team, channel</c>. <c>f_office</c>.</summary>
    public const string BindChannel = "standing.bind";

    // ---- answers ----
    /// <summary>The answer was wrong, or there was none: passes the question on (4.4-12). <c>question</c>: its text; <c>id</c>: an id of this answer, so that a double click passes it on once; <c>answered</c>: true where there was an answer.</summary>
    public const string PassQuestionOn = "answer.pass_on";

    /// <summary>Answers a question that was passed on. <c>asked</c>: its id. <c>f_answer</c>.</summary>
    public const string AnswerPassedOn = "answer.reply";

    /// <summary>The answer was right. <c>question</c>.</summary>
    public const string AnswerRight = "answer.right";

    /// <summary>What an unclear message meant. <c>intent</c>, <c>text</c>: what was typed.</summary>
    public const string Meant = "meant";
}
