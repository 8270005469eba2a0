/** The words of a finding: how much it is off, in which direction, and what is allowed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedText } from '../js/measures.js';
import { headline } from '../js/sentences.js';

const call = { currency: 'EUR' };
const told = (code, params) => headline({ code, params }, call).replaceAll('\u00a0', ' ');

test('how much it is off, to the day', () => {
  assert.equal(told('above-max', { measure: 'grant', found: '11.00', max: '10.00', by: '1.00', currency: 'EUR' }), 'EUR 1 too much');
  assert.equal(told('above-max', { measure: 'months', found: 18, days: 1, max: 18, by: 1 }), '1 day too long');
  assert.equal(told('below-min', { measure: 'partners', found: 1, min: 3, by: 2 }), '2 partners too few');
});

test('at an exclusive bound there is no distance to tell', () => {
  assert.equal(told('below-min', { measure: 'grant', found: '10.00', above: '10.00', by: '0.00', currency: 'EUR' }), 'Too little');
  assert.equal(told('above-max', { measure: 'months', found: 18, below: 18, by: 0 }), 'Too long');
  assert.equal(told('above-max', { measure: 'partners', found: 3, below: 3, by: 0 }), 'Too many');
});

test('sizes are told as a form offers them', () => {
  assert.equal(allowedText({ measure: 'size', in: ['sme'] }, call), 'Micro, Small or Medium');
  assert.equal(allowedText({ measure: 'size', in: ['large', 'sme'] }, call), 'Large, Micro, Small or Medium');
});
