// The rulebooks that the package brings.

/** The ids of the rulebooks that the package brings. */
export type RulebookId =
  | "innovation-express"
  | "innovation-express-2013"
  | "innovation-express-2014"
  | "innovation-express-2015"
  | "innovation-express-2016"
  | "innovation-express-2017";

/** A rulebook for each of the ids; any other text has none. */
export type Rulebooks<R> = Readonly<Record<RulebookId, R>> & {
  readonly [id: string]: R | undefined;
};
