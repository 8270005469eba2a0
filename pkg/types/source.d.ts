// How much a rule weighs, and where the call says so.

/** How much a rule weighs: a broken `error` makes the proposal ineligible, `advice` is told and changes nothing. */
export type Severity = "error" | "advice";

/** Where a rule or a notice comes from. */
export interface Source {
  /** The title of the document. */
  title: string;
  /** Its address. */
  url?: string;
  /** What kind of document it is. */
  kind?: "official" | "copy" | "secondary";
  /** Its date, as the rulebook writes it. */
  date?: string;
  /** The page, heading or section. */
  at?: string;
  /** The passage, paraphrased. */
  says?: string;
}
