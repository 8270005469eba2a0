import { place } from './proposal.js';

/**
 * Holds the proposal in two sessions of the engine while it is typed: as a draft, to which
 * partners may still come, and as it stands: what is not kept so far and by how much, what a field
 * may take so far, and which rules do not apply so far.
 */
export class Judge {
  constructor(rulebook, proposal, exchange) {
    Object.assign(this, { rulebook, proposal, exchange });
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
    return { draft: this.draft.report(), closed: this.closed.report() };
  }

  /** Gives the engine's memory back. */
  close() {
    this.draft?.free();
    this.closed?.free();
    this.draft = this.closed = undefined;
  }
}
