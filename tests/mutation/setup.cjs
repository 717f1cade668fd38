/*
 * Lets mocha run the tests that jest runs elsewhere: it changes the engine in place between two runs, where jest would
 * load everything anew for each of thousands of changes. Only what these tests use is given here.
 */
const { expect } = require('expect');
const fc = require('fast-check');
const mocha = require('mocha');
require('../fixtures/typescript.cjs');

// Each changed engine meets the same random data; the first failure is enough, nobody reads the smallest one.
fc.configureGlobal({ seed: 20081231, numRuns: 20, endOnFailure: true });

/** `test.each(rows)(title, run)`; titles only have to differ. */
const eachOf = (declare) => (rows) => (title, run) =>
  rows.forEach((row, index) => {
    const cells = Array.isArray(row) ? row : [row];
    const named = title.replace(/\$(\w+)/g, (_, key) => String(row[key]));
    declare(`${named} ${index + 1}`, () => run(...cells));
  });

const { bdd } = mocha.interfaces;
mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on('pre-require', (context) => {
    const { describe, it, before } = context;
    context.describe = Object.assign((...all) => describe(...all), { each: eachOf(describe) });
    context.test = Object.assign((title, run) => it(title, () => run()), { each: eachOf(it) });
    context.beforeAll = before;
    context.expect = expect;
    context.jest = { setTimeout: () => undefined };
  });
};
