/** The verdict in a sentence, and in a few counts. `seen` is `{ untouched, missing }`: whether nothing was entered, and how many entries the panel lists as missing. */
import { mark } from './dom.js';
import { words } from './words.js';

const MARKS = { ineligible: 'broken', eligible: 'kept', incomplete: 'open' };

/** The mark of a verdict. */
export const verdictMark = (verdict) => mark(MARKS[verdict]);

const isRule = (finding) => Boolean(finding.rule);

/** The sentence below the verdict. */
export function verdictText(judgement, { untouched, missing }) {
  const { verdict, toChange, notYet, counts } = judgement;
  const { verdict: text } = words;
  if (verdict === 'ineligible') return text.broken(counts.broken ?? 0, toChange.length);
  if (verdict === 'eligible') return text.fine;
  if (untouched) return text.start;
  const unread = toChange.filter((finding) => !isRule(finding)).length;
  if (unread) return text.unreadable(unread);
  if (notYet.some((finding) => !isRule(finding))) return text.contradicting;
  const rules = new Set(notYet.map((finding) => finding.rule)).size;
  if (rules && missing) return text.notYetAndWaits(rules, missing);
  if (rules) return text.notYet(rules);
  return missing ? text.waits(missing) : text.open;
}

/** "3 to change, 1 missing": for the phone's bar and the status that is read aloud. */
export function summaryOf(judgement, { untouched, missing }) {
  const { toChange, notYet, advice, verdict } = judgement;
  const { counts } = words;
  if (untouched) return counts.nothing;
  const parts = [
    toChange.length && counts.change(toChange.length),
    notYet.length && counts.notYet(notYet.length),
    missing > 0 && (toChange.length ? counts.missing(missing) : counts.stillMissing(missing)),
    verdict === 'eligible' && advice.length && counts.advice(advice.length),
  ];
  return parts.filter(Boolean).join(', ') || counts.nothing;
}

/** What the status region says. */
export const spokenVerdict = (judgement, seen) => `${words.verdict[judgement.verdict]}. ${summaryOf(judgement, seen)}.`;
