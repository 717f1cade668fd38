const Sequencer = require('@jest/test-sequencer').default;

/**
 * What takes longest begins first: with two workers a long test that begins last keeps the other one waiting. Jest knows
 * that only where it has run before, never in a fresh clone.
 */
const LONG = [/tests\/e2e\/views/, /tests\/e2e\//, /tests\/(contract|faults|golden|cycle|fuzz)\//];

const rank = ({ path }) => {
  const found = LONG.findIndex((pattern) => pattern.test(path.replace(/\\/g, '/')));
  return found === -1 ? LONG.length : found;
};

class LongFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}

module.exports = LongFirst;
