// A new process: prints how many milliseconds import, load and first check of a contender take.

import { sound } from "./proposals.mjs";

const proposal = sound(5);
const began = performance.now();
const { check, outcome } = await import(`./contenders/${process.argv[2]}`);
const { verdict } = outcome(check(proposal));
const time = performance.now() - began;

if (verdict !== "eligible") throw new Error(`The proposal is ${verdict}.`);
console.log(time);
