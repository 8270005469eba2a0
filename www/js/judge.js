import { hasAmounts, place } from './proposal.js';

/**
 * Holds the proposal in two sessions of the engine while it is typed: as a draft, to which
 * partners may still come, and as it stands. The second is asked only where it may tell more: what
 * is not kept so far and by how much, and which rules do not apply so far.
 */
export class Judge {
  constructor(rulebook, proposal, exchange) {
    Object.assign(this, { rulebook, proposal, exchange });
    this.conditional = new Set(rulebook.sheet.rules.filter(({ when }) => when).map(({ id }) => id));
    this.open();
  }

  /** Starts anew from the proposal as it is: partners came or went, or the rates changed. */
  open() {
    this.close();
    try {
      this.begin(this.exchange ?? undefined);
    } catch {
      // A rate for what is no currency: the engine refuses the whole table.
      this.close();
      this.begin(undefined);
    }
  }

  begin(exchange) {
    this.draft = this.rulebook.session(this.proposal, { draft: true, exchange });
    this.closed = this.rulebook.session(this.proposal, { draft: false, exchange });
  }

  /** One field changed. */
  set(path, value) {
    const change = place(this.proposal, path, value);
    if (!change) return;
    try {
      for (const session of [this.draft, this.closed]) session.set(change.path, change.value);
    } catch {
      this.open();
    }
  }

  exchangeBy(exchange) {
    this.exchange = exchange;
    this.open();
  }

  reports() {
    const draft = this.draft.report();
    // Whether totals are the sums is told only of the partners as they stand.
    const asksClosed = hasAmounts(this.proposal) || draft.checks.some((check) => this.mayDiffer(check));
    return { draft, closed: asksClosed ? this.closed.report() : draft };
  }

  /** Whether the partners as they stand may be judged otherwise: something is not kept so far, or a condition not met so far. */
  mayDiffer({ rule, status, soFar }) {
    return (status === 'open' && soFar === false) || (this.conditional.has(rule) && (status === 'pass' || soFar === true));
  }

  /** Gives the engine's memory back. */
  close() {
    this.draft?.free();
    this.closed?.free();
    this.draft = this.closed = undefined;
  }
}
