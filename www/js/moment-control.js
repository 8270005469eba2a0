import { el } from './dom.js';
import { HELD, writeDay } from './controls.js';
import { asText } from './json.js';
import { words } from './words.js';

const text = words.moment;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})$/;
const HOURS = Array.from({ length: 27 }, (_, place) => `${place < 12 ? '-' : '+'}${String(Math.abs(place - 12)).padStart(2, '0')}:00`);
const ZONES = ['Z', ...[...HOURS.filter((zone) => zone !== '+00:00'), '-09:30', '-03:30', '+03:30', '+04:30', '+05:30', '+05:45', '+06:30', '+09:30', '+10:30', '+12:45'].sort((a, b) => minutes(a) - minutes(b))];

/** Minutes east of UTC. */
function minutes(zone) {
  const [hours, rest] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + rest);
}

/** The offset of this computer's own time. */
function localZone() {
  const east = -new Date().getTimezoneOffset();
  return ZONES.find((zone) => zone !== 'Z' && minutes(zone) === east) ?? 'Z';
}

const zoneName = (zone) => (zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '\u2212')}`);

/**
 * A day, and where the call counts the hours, or a moment was loaded, its time and offset from
 * UTC. `zone` is the offset that is proposed; `asksTime` whether the time is always asked for.
 */
export function momentControl({ id, zone = localZone(), asksTime = false }) {
  const date = el('input', { id, type: 'date', autocomplete: 'off' });
  const time = el('input', { id: `${id}-time`, type: 'time', autocomplete: 'off', 'aria-label': text.time });
  const zones = el('select', { id: `${id}-zone`, autocomplete: 'off', 'aria-label': text.zone }, [...new Set([...ZONES, zone])].map((each) => el('option', { value: each }, zoneName(each))));
  const hours = el('div', { class: 'hours' }, time, zones);
  const control = {
    element: el('div', { class: 'moment' }, date, hours), typed: true,
    get made() {
      return hours.hidden ? [date] : [date, time, zones];
    },
    // A browser reports year 2 while 2015 is being typed.
    read: (stage) => (stage !== 'left' && /^0/.test(date.value) ? HELD : momentOf(date.value, hours.hidden ? '' : time.value, zones.value)),
    write: (value) => show(asText(value)),
  };
  function show(value) {
    const [, day, clock, offset] = MOMENT.exec(value) ?? [];
    writeDay(date, day ?? value);
    if (date.type === 'text') date.value = value;
    time.value = clock ?? '';
    hours.hidden = date.type === 'text' || (!day && !asksTime);
    if (offset && !ZONES.includes(offset)) zones.append(el('option', { value: offset }, zoneName(offset)));
    zones.value = offset ?? zone;
  }
  show('');
  return control;
}

const momentOf = (day, clock, zone) => (day ? day + (clock && DAY.test(day) ? `T${clock}${zone}` : '') : undefined);
