// How long a project runs.

/** Months from the first to the last day, both inclusive; half a month stands for days beyond. */
export function monthsBetween(start, end) {
  const from = new Date(start);
  const until = new Date(end);
  until.setUTCDate(until.getUTCDate() + 1);
  const years = until.getUTCFullYear() - from.getUTCFullYear();
  const months = years * 12 + until.getUTCMonth() - from.getUTCMonth();
  const days = until.getUTCDate() - from.getUTCDate();
  if (days === 0) return months;
  return days > 0 ? months + 0.5 : months - 0.5;
}
