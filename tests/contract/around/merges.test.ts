import { formatArea } from '../../../emulator/model';
import { bookWith } from './book';
import { course, HOSTS, type Seen } from './course';

/** Those of the sample: title and line of the unit. */
const OWN = ['A1:P1', 'A2:P2'];

function look({ sheet }: Seen) {
  return {
    merges: sheet.merges.map(formatArea).sort(),
    scores: [22, 23, 24].map((row) => [sheet.value(row, 2), typeof sheet.value(row, 9)]),
    footer: [22, 23, 24].find((row) => sheet.value(row, 0) === '合计'),
  };
}

describe.each(HOSTS)('in %s', (_name, open) => {
  test('merged blocks across the last person, in the footer and beside the table go along', async () => {
    // A remark over the last person and the total, the total's own name, a department over six persons, a note far right.
    const merges = ['O21:O23', 'A23:D23', 'P4:P9', 'R22:S24', 'A30:P30'];
    const stages = await course(open, bookWith({ merges }), look);
    const sorted = (list: readonly string[]): string[] => [...OWN, ...list].sort();
    expect(stages.before.merges).toEqual(sorted(merges));
    const filled = sorted(['O21:O25', 'A25:D25', 'P4:P9', 'R22:S26', 'A32:P32']);
    expect(stages.filled.merges).toEqual(filled);
    const cut = sorted(['O20:O24', 'A24:D24', 'P4:P9', 'R21:S25', 'A31:P31']);
    expect(stages.cut.merges).toEqual(cut);
    expect(stages.again.merges).toEqual(sorted(['O20:O25', 'A25:D25', 'P4:P9', 'R21:S26', 'A32:P32']));
    for (const stage of [stages.undone, stages.marked, stages.unmarked]) expect(stage.merges).toEqual(cut);
    expect(stages.filled.scores.map(([, type]) => type)).toEqual(['number', 'number', 'string']);
    expect([stages.before, stages.filled, stages.undone].map(({ footer }) => footer)).toEqual([22, 24, 23]);
  });
});
