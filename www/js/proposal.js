/** The proposal as the format writes it, changed one field at a time. What is not given is not there. */

/** A form that nobody has touched: one partner, nothing known. */
export const emptyProposal = () => ({ partners: [{}] });

/** Whether nothing has been entered yet. */
export const isUntouched = (proposal) => JSON.stringify(proposal) === JSON.stringify(emptyProposal());

const readStep = (token) => token.replaceAll('~1', '/').replaceAll('~0', '~');
const writeStep = (step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON Pointer of its steps. */
export const pointer = (...steps) => steps.map((step) => `/${writeStep(step)}`).join('');

/** The steps of a JSON Pointer. */
export const stepsOf = (path) => path.split('/').slice(1).map(readStep);

/** What stands at a path, or `undefined`. */
export const valueAt = (proposal, path) => stepsOf(path).reduce((node, step) => node?.[step], proposal);

const isEmptyObject = (value) => value && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;

/**
 * Writes a value, or removes it where it is `undefined`. A parent that is not there is made, one
 * that is left empty goes: no cost given means that the costs are not given. Returns the change
 * to tell: the outermost path that came, went or changed, with its value.
 */
export function place(proposal, path, value) {
  const steps = stepsOf(path);
  const parent = steps.slice(0, -1);
  const holder = valueAt(proposal, pointer(...parent));
  if (holder === undefined) {
    if (value === undefined) return null;
    return place(proposal, pointer(...parent), { [steps.at(-1)]: value });
  }
  if (value === undefined) delete holder[steps.at(-1)];
  else holder[steps.at(-1)] = value;
  const nested = parent.length > 0 && !/^\d+$/.test(parent.at(-1));
  if (value === undefined && nested && isEmptyObject(holder)) return place(proposal, pointer(...parent), undefined);
  return { path, value };
}
