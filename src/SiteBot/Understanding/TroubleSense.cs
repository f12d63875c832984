using SiteBot.Understanding.Words;

namespace SiteBot.Understanding;

/// <summary>
/// What must never be mixed up, whatever the classifier says: trouble now is no question; trouble imagined, past or denied is no trouble; not yet restored is not
/// restored.
/// </summary>
internal sealed class TroubleSense(LanguageData language)
{
    private const int DenialReaches = 4;

    /// <summary>Moves shares from readings that the sentence rules out.</summary>
    /// <param name="sentence">The message.</param>
    /// <param name="intents">The intents, in the order of the shares.</param>
    /// <param name="shares">The share of each, together 1 before and after.</param>
    /// <param name="namesTime">Whether a time of day is named.</param>
    public void Correct(Sentence sentence, ReadOnlySpan<Intent> intents, Span<float> shares, bool namesTime)
    {
        var signals = language.Signals;
        Span<Found> found = stackalloc Found[16];
        var (named, denied) = Troubles(sentence);
        var imagined = signals.Has(sentence, "imagined");
        if (!Allows(sentence, Intent.ServiceRestored))
        {
            Rule(intents, shares, Intent.ServiceRestored, 0);
        }

        if (!Allows(sentence, Intent.ReportProblem))
        {
            Rule(intents, shares, Intent.ReportProblem, 0);
        }
        else if (named > denied && !signals.Has(sentence, "asking") && !signals.Has(sentence, "restored"))
        {
            // A trouble that is named plainly is reported: a question beside it can wait.
            for (var i = 0; i < intents.Length; i++)
            {
                var intent = intents[i];
                shares[i] *= intent == Intent.ReportProblem ? 4 : intent is Intent.Ask or Intent.None or Intent.Status or Intent.Help ? 0.25f : 1;
            }
        }

        // Who asks leave for a named hour, or for now, wants a decision, not a reading of the standard; but leave to smoke or to take a photo is no operation's.
        if (signals.Has(sentence, "allowed") && signals.Has(sentence, "conduct") && language.Operations.Find(sentence.Units, found) == 0)
        {
            Rule(intents, shares, Intent.CanINow, 0.1f);
        }
        else if (!imagined && signals.Has(sentence, "allowed") && (namesTime || signals.Has(sentence, "now")))
        {
            Rule(intents, shares, Intent.Ask, 0.15f);
        }
        else if (!imagined && signals.Has(sentence, "allowed") && !signals.Has(sentence, "asking") && language.Operations.Find(sentence.Units, found) > 0)
        {
            Rule(intents, shares, Intent.Ask, 0.6f);
        }

        var sum = 0f;
        foreach (var share in shares)
        {
            sum += share;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }
    }

    /// <summary>False for restored where it is told that it is not, or asked, and for trouble that is imagined, past or denied.</summary>
    public bool Allows(Sentence sentence, Intent intent)
    {
        var signals = language.Signals;
        var imagined = signals.Has(sentence, "imagined");
        var unrestored = signals.Has(sentence, "unrestored");
        switch (intent)
        {
            case Intent.ServiceRestored:
                return (!unrestored || imagined) && !signals.Has(sentence, "backask");
            case Intent.ReportProblem:
                var (named, denied) = Troubles(sentence);
                var past = signals.Has(sentence, "past") && !signals.Has(sentence, "still");

                // What was and is fine now is no trouble, however long it is told.
                if (signals.Has(sentence, "backask") || (signals.Has(sentence, "fine") && (named <= denied || signals.Has(sentence, "past"))))
                {
                    return false;
                }

                return !imagined && (unrestored || (!past && (named == 0 || denied < named)));
            default:
                return true;
        }
    }

    /// <summary>True where a word of denial stands shortly before a unit, with no comma and no contrast between.</summary>
    public bool IsDenied(Sentence sentence, int at)
    {
        Span<Found> found = stackalloc Found[32];
        var count = language.Signals.Find(sentence.Units, found);
        var denied = false;
        foreach (var one in found[..count])
        {
            if (one.To > at)
            {
                break;
            }

            // "Not an upgrade but a cutover" denies the first alone.
            denied = language.Signals.Labels[one.Label] switch
            {
                "contrast" => false,
                "denial" => at - one.To <= DenialReaches && !HasGap(sentence, one.To, at),
                _ => denied,
            };
        }

        return denied;
    }

    private (int Named, int Denied) Troubles(Sentence sentence)
    {
        Span<Found> found = stackalloc Found[16];
        var named = language.Troubles.Find(sentence.Units, found);
        var denied = 0;
        foreach (var trouble in found[..named])
        {
            denied += IsDenied(sentence, trouble.From) ? 1 : 0;
        }

        return (named, denied);
    }

    private static bool HasGap(Sentence sentence, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (sentence.Units[i].Gap)
            {
                return true;
            }
        }

        return false;
    }

    private static void Rule(ReadOnlySpan<Intent> intents, Span<float> shares, Intent intent, float by)
    {
        var at = intents.IndexOf(intent);
        if (at >= 0)
        {
            shares[at] = (shares[at] * by) + 1e-6f;
        }
    }
}
