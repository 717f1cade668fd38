// Which figures there are, what each is measured against, and what it must and should be. Only ratios can fail a run:
// milliseconds are those of the machine it runs on.

/** Ratio of two figures with its goals; `short` is the limit of the short form, far off so that it is never flaky. */
function ratio(figure, ours, beside, goals) {
  return { figure, ours: ours.text, beside: beside.text, ratio: ours.value / beside.value, ...goals };
}

const ms = (value, name = '') => ({ value, text: `${value.toFixed(1)} ms${name && ` (${name})`}` });

/** Figures of the engine; `sizes` are the lines that engine.js prints, by rows. */
function engineFigures(sizes) {
  const figures = [];
  for (const { rows, parse, engine, judged, edited, slice, first } of sizes) {
    const floor = ms(parse, 'JSON.parse');
    figures.push(
      ratio(`引擎全程 ÷ JSON.parse,${rows} 行`, ms(engine), floor, { most: 1.5, aim: 0.7, short: 8 }),
      ratio(`录入到结果 ÷ JSON.parse,${rows} 行`, ms(judged), floor, { most: 0.6, aim: 0.3, short: 5 }),
      ratio(`改一格 ÷ JSON.parse,${rows} 行`, ms(edited), floor, {
        most: rows < 100_000 ? 2 / 14 : 16 / 178,
        aim: rows < 100_000 ? 2 / 14 : 2 / 178,
        short: 2,
      }),
      // What has not been compiled yet: it is told, and has no goal of its own.
      {
        ...ratio(`第一次全程 ÷ JSON.parse,${rows} 行`, ms(first.engine), ms(first.parse, 'JSON.parse'), {}),
        free: true,
      },
    );
    // Shorter passes than this are one slice or two: a slice lasts 16 ms however fast the machine is.
    if (rows >= 100_000) {
      const goals = { most: 0.5, aim: 0.15, short: 1 };
      figures.push(ratio(`最长一片 ÷ 引擎全程,${rows} 行`, ms(slice), ms(engine, '全程'), goals));
    }
  }
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small && large && small !== large) {
    const perRow = ({ rows, engine }) => ({
      value: engine / rows,
      text: `${((engine / rows) * 1000).toFixed(2)} µs/行`,
    });
    figures.push(
      ratio(`每行用时:${large.rows} 行 ÷ ${small.rows} 行`, perRow(large), perRow(small), {
        most: 2,
        aim: 1.3,
        short: 4,
      }),
    );
  }
  return figures;
}

/** A peer against the engine at the same size, pass after pass both of them: here the ratio must be large. */
function peerFigure(name, peer, engine, goals) {
  const figure = `${name} ÷ 引擎,${peer.rows} 行`;
  if (peer.missing) return { figure, missing: peer.missing };
  return { ...ratio(figure, ms(peer.ms), ms(engine, '引擎'), goals), atLeast: true };
}

/** `fill` as a whole process beside its peer: time on the clock, and memory where that must hold too. */
function fillFigures({ rows, goal, ours, theirs }) {
  const peer = goal.peer === 'exceljs' ? 'exceljs 脚本' : '读取库只读';
  const wall = ratio(`填写全程 ÷ ${peer},${rows} 行`, ms(ours.wall), ms(theirs.wall, peer), {
    most: goal.wall,
    aim: goal.aim,
  });
  const mib = (value, name = '') => ({ value, text: `${Math.round(value)} MiB${name && ` (${name})`}` });
  if (goal.memoryShare !== undefined) {
    const limits = { most: goal.memoryShare, aim: goal.memoryShare };
    return [
      wall,
      ratio(`填写的内存 ÷ ${peer},${rows} 行`, mib(ours.memory), mib(theirs.memory, peer), limits),
    ];
  }
  if (goal.memory === undefined) return [wall];
  const limit = mib(goal.memory, '上限');
  return [wall, ratio(`填写的内存 ÷ 上限,${rows} 行`, mib(ours.memory), limit, { most: 1, aim: 1 })];
}

/** What `JSON.parse` takes of 25,000 and of 300,000 rows (ms) where the pane's goals in milliseconds were set. */
const PARSED = { 25_000: 14, 300_000: 178 };

/** The pane in a browser beside `JSON.parse` of the same number of rows: an edited cell, and how alive it stays. */
function paneFigures(pane, { rows, parse }) {
  const part = (name, value, most, aim) => {
    const figure = `窗格:${name} ÷ JSON.parse,${rows} 行`;
    if (pane.missing) return { figure, missing: pane.missing };
    const floor = ms(parse, 'JSON.parse');
    return ratio(figure, ms(value()), floor, { most: most / PARSED[rows], aim: aim / PARSED[rows] });
  };
  if (rows < 100_000) return [part('改一格全程', () => pane.edit.later.wall, 50, 16)];
  return [
    part('最长任务', () => Math.max(pane.open.longest, pane.fill.longest), 200, 50),
    part('进度停住最久', () => Math.max(pane.open.still, pane.fill.still), 500, 200),
    part('取消', () => pane.cancelled, 300, 100),
  ];
}

const times = (value, name = '') => ({ value, text: `${value} 次${name && ` (${name})`}` });
const kilobytes = (value, name = '') => ({
  value,
  text: `${(value / 1000).toFixed(1)} kB${name && ` (${name})`}`,
});

/** Round trips and bytes of the workbooks that the tests count them of; `lines` as `wire` gives them. */
function wireFigures(lines) {
  if (lines === null) return [{ figure: '往返和字节', missing: '没有量成' }];
  const [most, aim] = [6, 4];
  const bookOf = (name) => {
    const [sheets, rows] = name.match(/\d[\d,]*/g);
    return `${sheets} 张表、${rows} 行`;
  };
  return lines.map(({ name, trips, bytes, json }) =>
    trips === undefined
      ? ratio(`一次读取的字节 ÷ 值的 JSON,${bookOf(name)}`, kilobytes(bytes), kilobytes(json, 'JSON'), {
          most: 1.3,
          aim: 1.1,
        })
      : ratio(`校验加填写的往返,${bookOf(name)}`, times(trips), times(most, '上限'), {
          most: 1,
          aim: aim / most,
        }),
  );
}

/** Bytes for each further round trip, and the trips that find out that a workbook is too large: at one go, then how large. */
const TRIPS = { each: 4_000_000, asking: 2 };

/** Round trips of a read above the limits, until figures stand in the pane: one more than below them for each 4 MB more. */
function largeReadFigure(small, pane, { rows }) {
  const figure = `读取的往返,${rows} 行`;
  const missing = small.missing ?? pane.missing;
  if (missing) return { figure, missing };
  const [few, many] = [small.trips.read, pane.trips.read];
  const more = Math.ceil((many.bytesOut - few.bytesOut) / TRIPS.each);
  const budget = times(few.requests + TRIPS.asking + more, '每多 4 MB 一次');
  return ratio(figure, times(many.requests), budget, { most: 1, aim: 1 });
}

/** `script` as `firstView` gives it. */
function firstViewFigure({ size, sizeLimit }) {
  return ratio('首屏脚本(gzip)', kilobytes(size), kilobytes(sizeLimit, '上限'), {
    most: 1,
    aim: 110 / 160,
  });
}

/** Whether a figure keeps its limit; one that could not be measured keeps it. */
function keeps(figure, isShort) {
  if (figure.missing || figure.free) return true;
  if (figure.atLeast) return figure.ratio >= figure.most;
  return figure.ratio <= (isShort ? figure.short : figure.most);
}

module.exports = {
  engineFigures,
  fillFigures,
  firstViewFigure,
  largeReadFigure,
  paneFigures,
  peerFigure,
  wireFigures,
  keeps,
};
