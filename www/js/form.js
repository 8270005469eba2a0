import { fill } from './dom.js';
import { GrantPictures } from './grant-pictures.js';
import { asText } from './json.js';
import { noteOf } from './notes.js';
import { PartnersSection } from './partners.js';
import { ProjectSection } from './project.js';
import { ProposalQuestions } from './proposal-questions.js';
import { currencyIn, partnersIn, partnersOf, stepsOf, valueAt } from './proposal.js';
import { Rates } from './rates.js';
import { controlOf } from './sentences.js';
import { Totals } from './totals.js';
import { words } from './words.js';

/** How many other partners a message names. */
const MENTIONED = 2;

/**
 * The application form that a rulebook needs. It finds the place of every path of a report and
 * shows there what the judgement says.
 */
export class Form {
  /**
   * `proposal()` is what has been entered, `rates()` the applicant's exchange rates. `onChange(path,
   * value)` tells of one field, without a path of something larger; `onLeave` of a field left.
   */
  constructor({ element, call, proposal, rates, onChange, onRates, onLeave }) {
    Object.assign(this, { call, proposal });
    const common = { call, onChange, onLeave };
    this.project = new ProjectSection({ ...common, data: proposal });
    this.partners = new PartnersSection({ ...common, partners: () => partnersOf(proposal()), listed: () => partnersIn(proposal()), currency: () => currencyIn(proposal(), call), onList: () => onChange(null), onUnfold: (card) => this.showInside(card) });
    this.totals = new Totals({ ...common, data: proposal, onCurrency: () => this.followCurrency() });
    this.rates = new Rates({ call, data: rates, onChange: onRates });
    this.questions = new ProposalQuestions({ ...common, data: proposal });
    this.pictures = new GrantPictures({ call, proposal });
    this.partners.element.append(this.totals.element, this.rates.element, this.pictures.element);
    fill(element, this.project.element, this.partners.element, this.questions.element);
  }

  /** The proposal's money changed: the partners who name none are shown in it. */
  followCurrency() {
    this.partners.followCurrency();
    this.show(this.judgement);
  }

  /** Where a path of a report stands on the page. */
  placeOf(path) {
    const [first, index, ...rest] = stepsOf(path);
    if (first === 'answers') return this.questions.fields.get(index) ?? this.project.place;
    if (first !== 'partners') return this.project.placeOf(path) ?? this.totals.placeOf(stepsOf(path)) ?? this.project.place;
    const card = this.partners.cards[Number(index)];
    return card ? this.placeInCard(card, rest) : this.partners.place;
  }

  /** The path that its field has: a partner without a day of its own files with the proposal. */
  askedAt(path) {
    return path.endsWith('/submitted') && this.placeOf(path) === this.project.fields.get('submitted') ? '/submitted' : path;
  }

  placeInCard(card, rest) {
    const suffix = rest.join('/');
    if (rest.length === 0) return card.place;
    if (suffix === 'submitted' && !card.data().submitted) return this.project.fields.get('submitted');
    const ledger = card.ledgers.find((each) => each.kind === suffix);
    const nearest = { region: 'country', currency: 'grant' }[suffix];
    // One of a list, such as the second label, is shown where the list is.
    return card.fields.get(suffix) ?? ledger?.place ?? card.fields.get(nearest) ?? this.placeInCard(card, rest.slice(0, -1));
  }

  /** The places where a finding can be mended. */
  targetsOf({ path, related = [] }) {
    const paths = path === '/partners' && related.length ? related : [path, ...related];
    return [...new Set(paths.map((each) => this.placeOf(each)))];
  }

  /** The partner that a place belongs to, or `null`. */
  cardOf(place) {
    return place.card ?? null;
  }

  /** Unfolds what a place lies in, and goes there. */
  goTo(place) {
    const card = this.cardOf(place);
    if (card) card.unfold();
    else if (place.fold) place.fold.element.open = true;
    place.focus();
  }

  /** Takes the field that one is in as left: what stands there is to be printed or kept. */
  settle() {
    const fields = [...this.places(), ...this.rates.fields.values()];
    fields.find(({ element }) => element?.contains(document.activeElement))?.leave();
  }

  /** Unfolds the partners with something to change. */
  unfoldBroken() {
    for (const card of this.partners.cards) if (this.gathered.tallyOf(card).changes) card.unfold();
  }

  /** Shows what was left out while a partner was folded or far from the screen. */
  showInside(card) {
    if (!card.stale || !this.judgement) return;
    for (const place of card.places()) this.showAt(place);
    card.refreshInside();
  }

  places(cards = this.partners.cards) {
    return [this.project.place, ...this.project.fields.values(), this.partners.place, ...cards.flatMap((card) => card.places()), ...this.totals.places(), ...this.questions.fields.values()];
  }

  /** The places that are neither folded away nor far from the screen. */
  placesInSight() {
    return this.places(this.partners.cards.filter((card) => card.isInSight));
  }

  /** Shows a judgement at every field in sight; a partner that is folded has its own when it is unfolded. */
  show(judgement) {
    this.judgement = judgement;
    this.gathered = this.gather(judgement);
    for (const place of this.placesInSight()) this.showAt(place);
    this.project.refresh(judgement);
    this.partners.refresh((card) => this.gathered.tallyOf(card));
    this.totals.refresh();
    this.questions.refresh();
    this.rates.refresh(this.currencies(judgement));
  }

  /** Shows what is further away: partners far from the screen, and what stands below them. */
  showBelow() {
    for (const card of this.partners.cards) if (card.element.open) this.showInside(card);
    this.pictures.refresh(this.judgement);
  }

  showAt(place) {
    const { findings, missing } = this.gathered.get(place);
    const { judgement } = this;
    const limit = judgement.limits.get(place.path());
    const hint = this.hintOf(place);
    if (!findings.length && !missing && !limit && !hint) place.clear();
    else place.show(noteOf({ findings, missing, limit, hint, asking: missing && this.askingOf(place, missing), silent: !place.left }, judgement));
  }

  /** What the judgement says of each place, and how much of each at every partner. */
  gather(judgement) {
    const gathered = new Gathering();
    const lists = [['changes', judgement.toChange], ['notYet', judgement.notYet], ['advice', judgement.advice]];
    for (const [list, findings] of lists) for (const finding of findings) this.gatherFinding(gathered, list, finding);
    for (const missing of judgement.missing) {
      const place = this.placeOf(missing.path);
      if (this.isAsked(place)) gathered.at(place).missing ??= missing;
      gathered.count([this.cardOf(place)], 'missing');
    }
    return gathered;
  }

  gatherFinding(gathered, list, finding) {
    const targets = this.targetsOf(finding);
    const typed = finding.code === 'invalid-value' ? valueAt(this.proposal(), finding.path) : undefined;
    const cards = targets.map((place) => this.cardOf(place));
    const named = cards.filter(Boolean).slice(0, MENTIONED + 1);
    for (const [index, place] of targets.entries()) {
      const others = cards[index] ? named.filter((card) => card !== cards[index]).slice(0, MENTIONED) : [];
      gathered.at(place).findings.push({ finding, open: list === 'notYet', typed, control: controlOf(finding, place), others: others.map((card) => this.partners.nameOf(card.index)) });
    }
    // What a partner breaks by a field of the project, such as the day on which all file, is the partner's, too.
    gathered.count([...cards, this.partners.cards[finding.group?.partner] ?? null], list);
  }

  /** A partner's fields are asked for once it is known whose rules apply. */
  isAsked(place) {
    const card = this.cardOf(place);
    return !card || Boolean(card.data().country) || place === card.fields.get('country');
  }

  hintOf(place) {
    const path = place.path();
    if (path === '/start' || path === '/end' || path === '/submitted') return this.project.hintOf(path.slice(1), this.judgement);
    const card = this.cardOf(place);
    if (place !== card?.fields.get('grant')) return null;
    if (!card.data().country) return [words.notes.grantFollows];
    return isNothing(card.data().grant) || this.judgement.isSpokenAgainst(card.index) ? null : [words.notes.anyAmount];
  }

  /** Why a missing field is needed, where there is a better reason than the names of rules. */
  askingOf(place, { reason }) {
    if (reason === 'too-coarse') return null;
    if (place.path() === '/submitted') return this.project.hintOf('submitted', this.judgement);
    if (place.path() === '/start') return [words.project.anyDay];
    return place === this.cardOf(place)?.fields.get('country') ? [words.notes.country] : null;
  }

  /** The currencies between which something may have to be converted. */
  currencies(judgement) {
    const unread = new Set(judgement.report.findings.filter(({ code }) => code === 'invalid-value').map(({ path }) => path));
    const partners = partnersOf(this.proposal()).filter((_, index) => !unread.has(`/partners/${index}/currency`)).map(({ currency }) => currency).filter(isCurrency);
    const checks = judgement.report.checks.filter((check) => check.status !== 'skipped' && check.currency).map((check) => check.currency);
    return partners.length ? [...partners, ...checks] : [];
  }
}

/** Whether no money is asked for, and that is said: many rules ask something only of those who ask for some. */
const isNothing = (grant) => /^[0.]+$/.test(asText(grant));

/** What has the shape of a currency's code. */
const isCurrency = (code) => /^[A-Z]{3}$/.test(code);

const NOTHING = { findings: [], missing: undefined };

/** Findings and missing entries by place, and their numbers by partner. */
class Gathering {
  constructor() {
    this.places = new Map();
    this.tallies = new Map();
  }

  get(place) {
    return this.places.get(place) ?? NOTHING;
  }

  at(place) {
    if (!this.places.has(place)) this.places.set(place, { findings: [], missing: undefined });
    return this.places.get(place);
  }

  /** Counts one finding at each of the partners it touches. */
  count(cards, list) {
    for (const card of new Set(cards)) {
      const tally = this.tallies.get(card) ?? {};
      this.tallies.set(card, { ...tally, [list]: (tally[list] ?? 0) + 1 });
    }
  }

  tallyOf(card) {
    return { changes: 0, notYet: 0, missing: 0, advice: 0, ...this.tallies.get(card) };
  }
}
