// What the portal's form offers for the 2013 call.

export const COUNTRIES = ["CN", "DE", "DK", "EE", "FI", "IS", "LT", "LV", "NO", "PL", "SE"];
export const CURRENCIES = ["CNY", "DKK", "EUR", "ISK", "NOK", "PLN", "SEK"];
export const TYPES = ["cluster", "network", "research", "company", "public", "other"];
export const LABELS = ["ecei-bronze", "ecei-silver", "ecei-gold"];
export const ROLES = ["lead", "partner", "associated"];
export const COSTS = ["staff", "travel", "events", "external", "other"];
export const CONTRIBUTIONS = ["public", "private", "in-kind"];

/** What an amount looks like, or a field for one that is still empty. */
export const AMOUNT = /^(\d{1,12}(\.\d{1,2})?)?$/;
/** What a date looks like, or a field for one that is still empty. */
export const DATE = /^(\d{4}-\d{2}-\d{2})?$/;
