import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, fraction, subtract, sum } from '../js/decimal.js';
import { day, grouped, moment, money, unbroken } from '../js/format.js';
import { place } from '../js/proposal.js';
import { isHopeless, rangeOf } from '../js/remedies.js';

test('sums and differences are exact', () => {
  assert.equal(sum(['0.1', '0.2']), '0.3');
  assert.equal(subtract('250000.00', '260000.00'), '-10000.00');
  assert.equal(subtract('1', '1.00'), '0.00');
  assert.equal(compare('10.0', '10'), 0);
  assert.equal(fraction('1', '4'), 0.25);
  assert.equal(sum(['999999999999999.99', '0.01']), '1000000000000000.00');
});

test('amounts and dates are shown as people read them', () => {
  assert.equal(grouped('260000.00'), '260,000');
  assert.equal(grouped('260000.50'), '260,000.50');
  assert.equal(money('-10.00', 'DKK'), 'DKK\u00a0\u221210');
  assert.equal(day('2015-02-28'), '28\u00a0February 2015');
  assert.equal(moment('2018-01-26T15:00+02:00'), '26\u00a0January 2018, 15:00\u00a0(UTC+02:00)');
});

test('no line ends within a day or an amount of a rulebook’s text', () => {
  assert.equal(unbroken('Filed between 1 February and 31 May 2013'), 'Filed between 1\u00a0February and 31\u00a0May 2013');
  assert.equal(unbroken('At most DKK 250,000 for 3 Maybe SMEs'), 'At most DKK\u00a0250,000 for 3 Maybe SMEs');
});

test('a range says what a field may take, and whether anything helps', () => {
  assert.equal(rangeOf({ path: '/partners/0/grant', min: '0.00', max: '150000.00', currency: 'DKK' }), 'DKK\u00a00.00 to 150,000'.replace('0.00', '0'));
  assert.equal(rangeOf({ path: '/partners/0/costs/staff', min: '120000.00', max: null, currency: 'DKK' }), 'DKK\u00a0120,000 or more');
  assert.equal(rangeOf({ path: '/submitted', min: null, max: '2013-05-31' }), 'up to 31\u00a0May 2013');
  assert.equal(rangeOf({ path: '/months', min: 12, max: 18 }), '12 to 18\u00a0months');
  assert.equal(isHopeless({ min: '0.00', max: '-5.00' }), true);
  assert.equal(isHopeless({ min: '10.00', max: '9.99' }), true);
  assert.equal(isHopeless({ min: null, max: null }), false);
});

test('a list comes with its first entry and goes with its last', () => {
  const proposal = { partners: [{}] };
  assert.deepEqual(place(proposal, '/partners/0/costs/staff', '5'), { path: '/partners/0/costs', value: { staff: '5' } });
  assert.deepEqual(place(proposal, '/partners/0/costs/travel', '6'), { path: '/partners/0/costs/travel', value: '6' });
  place(proposal, '/partners/0/costs/travel', undefined);
  assert.deepEqual(place(proposal, '/partners/0/costs/staff', undefined), { path: '/partners/0/costs', value: undefined });
  assert.deepEqual(proposal, { partners: [{}] });
});
