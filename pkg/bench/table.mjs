// The figures as a table in Markdown.

/** A row a measure: microseconds, and how many times those of the contender of that name. */
export function table(measures, standard) {
  const names = [...measures[0].times.keys()];
  const rows = measures.map(({ title, times }) => [
    title,
    ...names.map((name) => cell(times.get(name), times.get(standard))),
  ]);
  const header = ["µs (times as long as " + standard + ")", ...names];
  return [header, header.map((_, column) => (column === 0 ? "---" : "--:")), ...rows].map(line).join("\n");
}

function cell(time, standard) {
  const micros = time * 1000;
  return `${digits(micros)} (${digits(time / standard)})`;
}

/** Two to three digits that count. */
function digits(value) {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function line(cells) {
  return `| ${cells.join(" | ")} |`;
}
