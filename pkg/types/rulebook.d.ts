// What a call demands: the rulebook, as docs/rulebook.md describes it.

/** A rulebook, as it is written. */
export interface RulebookJson {
  /** The version of the format. */
  callcheck: 1;
  /** Its id, in kebab-case. */
  id: string;
  /** Its version. */
  version: string;
  /** Its title. */
  title: string;
  /** ISO 4217 code of the amounts, where nothing else is said. */
  currency: string;
  /** Areas, used as `@name`: countries and regions. */
  groups?: Record<string, string[] | AreaGroup>;
  /** What a partner may be. */
  types?: Record<string, string>;
  /** Labels that a partner may hold. */
  labels?: Record<string, string>;
  /** The categories of costs. */
  costs?: Record<string, string>;
  /** The kinds of contributions. */
  contributions?: Record<string, string>;
  /** The strands of the call. */
  strands?: Record<string, string>;
  /** What the form asks beside the fields that every proposal has. */
  questions?: Record<string, Question>;
  /** Exchange rates. */
  exchange?: RulebookExchange;
  /** The documents that the rules cite. */
  sources?: Record<string, DocumentSource>;
  /** What it demands; at least one. */
  rules: Rule[];
  /** What the applicant should know; it judges nothing. */
  notices?: RulebookNotice[];
}

/** Areas, and where the call says so. */
export interface AreaGroup {
  /** Countries and regions. */
  areas: string[];
  /** Where the call says so. */
  source?: SourceRef;
}

/** A question of the form. */
export interface Question {
  /** Who answers it. */
  of: "partner" | "proposal";
  /** What kind of answer it takes. */
  kind: "count" | "money" | "boolean" | "choice" | "choices";
  /** ISO 4217 code of the amount; the answering partner's where there is none. */
  currency?: string;
  /** What may be chosen. */
  choices?: Record<string, string>;
  /** What is asked. */
  label?: string;
}

/** Exchange rates: units of each currency for one of `base`. */
export interface RulebookExchange {
  /** ISO 4217 code of the currency that has the rate 1. */
  base: string;
  /** The day of the rates, `YYYY-MM-DD`. */
  date?: string;
  /** Where they come from. */
  source: SourceRef;
  /** Units for one of `base`. */
  units: Record<string, string | number>;
}

/** A document that rules cite. */
export interface DocumentSource {
  /** Its title. */
  title: string;
  /** Its address. */
  url?: string;
  /** What kind of document it is. */
  kind?: "official" | "copy" | "secondary";
  /** Its date. */
  date?: string;
}

/** A place in a document. */
export interface SourceRef {
  /** The document, by its key. */
  ref: string;
  /** The page, heading or section. */
  at?: string;
  /** The passage, paraphrased. */
  says?: string;
}

/** One demand. */
export interface Rule {
  /** Its id. */
  id: string;
  /** What it demands, in a line. */
  title: string;
  /** How much it weighs; `error` where nothing is said. */
  severity?: "error" | "advice";
  /** Only in this strand, or these. */
  strand?: string | string[];
  /** Only if this holds. */
  when?: Test;
  /** The partners it speaks of. */
  where?: Filter;
  /** One instance for each of these; `proposal` where nothing is said. */
  each?: "proposal" | "country" | "partner";
  /** ISO 4217 code of the currency it is computed in. */
  currency?: string;
  /** What must hold. */
  require: Test;
  /** The lines of a table, each a rule of its own. */
  rows?: Row[];
  /** Where the call says so; not needed where each row says it. */
  source?: SourceRef;
}

/** One line of a table: the keys of a filter, the bounds, and what differs from the rule. */
export interface Row extends Filter, Bounds {
  /** Its id. */
  id?: string;
  /** Only in this strand, or these. */
  strand?: string | string[];
  /** Instead of the rule's. */
  title?: string;
  /** Instead of the rule's. */
  severity?: "error" | "advice";
  /** Instead of the rule's. */
  source?: SourceRef;
}

/** Something that holds or does not. */
export type Test = All | Any | Not | Exists | None | Atom;

/** Holds if each of these holds. */
export interface All {
  /** What must hold together. */
  all: Test[];
}

/** Holds if one of these holds. */
export interface Any {
  /** The alternatives. */
  any: TitledTest[];
}

/** Holds if this does not. */
export interface Not {
  /** What must not hold. */
  not: Test;
}

/** Holds if there is such a partner. */
export interface Exists {
  /** Which one. */
  exists: Filter;
}

/** Holds if there is no such partner. */
export interface None {
  /** Which one. */
  none: Filter;
}

/** A member of `any`. */
export type TitledTest = Test & {
  /** What it is called among the alternatives. */
  title?: string;
};

/** One measured quantity and its bounds. */
export interface Atom extends Bounds {
  /** What is measured. */
  measure: MeasureName;
  /** Whose partners are measured. */
  of?: "group" | "country" | "proposal";
  /** Only these of them. */
  where?: Filter;
}

/** What can be measured. */
export type MeasureName =
  | "grant"
  | "cost"
  | "contribution"
  | "partners"
  | "countries"
  | "months"
  | "start"
  | "end"
  | "submitted"
  | "country"
  | "region"
  | "type"
  | "size"
  | "role"
  | "labels"
  | "strand"
  | CostMeasure
  | ContributionMeasure
  | AnswerMeasure;

/** The costs of some categories. */
export interface CostMeasure {
  /** These categories, or all but some. */
  cost: string[] | Except;
}

/** The contributions of some kinds. */
export interface ContributionMeasure {
  /** These kinds, or all but some. */
  contribution: string[] | Except;
}

/** The answer to a question. */
export interface AnswerMeasure {
  /** The question, by its key. */
  answer: string;
}

/** All but some. */
export interface Except {
  /** None of these. */
  not: string[];
}

/** The bounds of an atom; several must all hold. */
export interface Bounds {
  /** The least value. */
  min?: Bound;
  /** The greatest value. */
  max?: Bound;
  /** Only what lies above this. */
  above?: Bound;
  /** Only what lies below this. */
  below?: Bound;
  /** The only value. */
  is?: Bound | boolean;
  /** One of these. */
  in?: (string | number | boolean)[];
  /** None but these. */
  within?: string[];
}

/** A constant, a term, or a sum of these. */
export type Bound = Constant | Term | Sum;

/** Several added up. */
export interface Sum {
  /** What is added. */
  sum: (Constant | Term)[];
}

/** A number, a date, a code; an amount may carry its currency: `"DKK 250000"`. */
export type Constant = string | number;

/** A share of another measure, or so much for each that is counted. */
export interface Term {
  /** The share, such as `"70%"` or `"1/3"`; 1 where nothing is said. */
  rate?: string | number;
  /** So much for each that is counted. */
  amount?: string | number;
  /** What is measured. */
  measure: MeasureName;
  /** Whose partners are measured. */
  of?: "group" | "country" | "proposal";
  /** Only these of them. */
  where?: Filter;
}

/** Which partners are meant: all conditions must hold. */
export interface Filter {
  /** Countries, regions, or a group as `@name`. */
  country?: Matching;
  /** Regions. */
  region?: Matching;
  /** Types, by their keys. */
  type?: Matching;
  /** Sizes; `sme` stands for micro, small and medium. */
  size?: Matching;
  /** Roles. */
  role?: Matching;
  /** Labels, by their keys: has one of these. */
  labels?: Matching;
  /** Answers to questions, by their keys. */
  answers?: Record<string, Matching<string | number | boolean>>;
  /** Whether a grant is requested. */
  funded?: boolean;
  /** Whether something is brought in. */
  contributing?: boolean;
}

/** A value, one of a list, or neither. */
export type Matching<Value = string> = Value | Value[] | Neither<Value>;

/** Neither of some. */
export interface Neither<Value> {
  /** The value, or the values, that it must not be. */
  not: Value | Value[];
}

/** Something the applicant should know. */
export interface RulebookNotice {
  /** Its id. */
  id: string;
  /** What it tells. */
  title: string;
  /** Only in this strand, or these. */
  strand?: string | string[];
  /** Only if this holds. */
  when?: Test;
  /** An amount; it may carry its currency: `"EUR 10000"`. */
  amount?: Constant;
  /** Where the call says so. */
  source: SourceRef;
}
