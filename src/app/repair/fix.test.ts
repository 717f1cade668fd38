import { sampleBytes } from '../../../tests/fixtures/scoreBooks';
import { createBytesHost } from '../../hosts/file/bytes';
import { yinchuan2008 } from '../../schemes';
import { evaluate } from '../evaluate';
import { toResult } from '../result';
import { undoFill } from '../undo';
import { applyFixes, planFixes } from './fix';
import { offeredFixes } from './offers';

jest.setTimeout(60_000);

const scheme = yinchuan2008();
const FIXABLE = ['text-number', 'negative-deduction'];

describe.each(['city-combined-dirty', 'list-with-defects'])('fixing everything in %s', (name) => {
  it('changes no result, removes what was fixed, and is undone in one step', async () => {
    const host = createBytesHost(sampleBytes(name), null);
    const before = await host.read();
    const dirty = evaluate(before, scheme);
    const { plan } = await applyFixes(host, scheme);
    expect(plan.preview.length).toBeGreaterThan(0);
    const after = await host.read();
    const clean = evaluate(after, scheme);
    expect({ ...toResult(clean), issues: [] }).toEqual({ ...toResult(dirty), issues: [] });
    const rest = dirty.issues.filter(({ code, fix }) => !(FIXABLE.includes(code) && fix));
    const plain = ({ code, cell }: (typeof rest)[number]) => ({ code, cell });
    expect(clean.issues.map(plain)).toEqual(rest.map(plain));
    expect(offeredFixes(clean)).toEqual([]);
    expect((await undoFill(host)).kind).toBe('undone');
    expect((await host.read()).sheets).toEqual(before.sheets);
  });
});

it('offers spaces, signs and texts, each with before and after, and repairs a single one', async () => {
  const host = createBytesHost(sampleBytes('city-combined-dirty'), null);
  const offers = offeredFixes(evaluate(await host.read(), scheme));
  expect(new Set(offers.map(({ kind }) => kind))).toEqual(new Set(['number', 'sign', 'text', 'date']));
  const one = offers.find(({ kind }) => kind === 'sign')!;
  const outcome = await applyFixes(host, scheme, [one]);
  expect(outcome.plan.preview).toHaveLength(1);
  expect(outcome.plan.preview[0]).toMatchObject({ cell: one.cell, before: one.before, after: one.after });
  expect(await applyFixes(host, scheme, [one])).toMatchObject({ skipped: [one.cell], plan: { changes: [] } });
});

it('offers nothing on clean sheets', async () => {
  for (const name of ['worked-examples', 'city-matrix']) {
    const host = createBytesHost(sampleBytes(name), null);
    expect(offeredFixes(evaluate(await host.read(), scheme))).toEqual([]);
  }
  expect(planFixes([]).changes).toEqual([]);
});
