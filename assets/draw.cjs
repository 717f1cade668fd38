/**
 * Draws the product's icons (a scoring sheet with a check and a bar of points) as PNG, without any library:
 * `node assets/draw.cjs`. Shapes are given on a 32 × 32 board; each pixel is the mean of 8 × 8 samples.
 */
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const { crc32, deflateSync } = require('node:zlib');

const BOARD = 32;
const SAMPLES = 8;
const GREEN = [16, 124, 65];
const PALE = [213, 236, 223];
const WHITE = [255, 255, 255];
const AMBER = [242, 169, 0];

/** Is (x, y) inside the rounded rectangle? */
function box(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return dx * dx + dy * dy <= radius * radius;
  };
}

function disc(cx, cy, radius) {
  return (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
}

/** A line through the points, `width` wide, with round ends. */
function stroke(points, width) {
  return (x, y) => points.slice(1).some((to, at) => distance(x, y, points[at], to) <= width / 2);
}

function distance(x, y, [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

const sheet = [
  [box(3, 1.5, 25, 30.5, 3), GREEN],
  [box(5.2, 3.7, 22.8, 28.3, 1.4), WHITE],
];
const lines = [
  [box(8, 7.5, 20, 10.5, 1.2), PALE],
  [box(8, 13, 17, 16, 1.2), PALE],
  [box(8, 18.5, 14, 21.5, 1.2), AMBER],
];
const tick = [
  [disc(22.5, 22.5, 9), WHITE],
  [disc(22.5, 22.5, 7.8), GREEN],
  [
    stroke(
      [
        [18.6, 22.8],
        [21.4, 25.6],
        [26.6, 19.8],
      ],
      2.3,
    ),
    WHITE,
  ],
];
const cross = [
  [disc(22.5, 22.5, 9), WHITE],
  [disc(22.5, 22.5, 7.8), GREEN],
  [
    stroke(
      [
        [26.6, 22.5],
        [18.4, 22.5],
      ],
      2.3,
    ),
    WHITE,
  ],
  [
    stroke(
      [
        [22.5, 18.4],
        [22.5, 26.6],
      ],
      2.3,
    ),
    WHITE,
  ],
];
const lens = [
  [disc(20.5, 20, 8.6), WHITE],
  [
    stroke(
      [
        [25, 24.5],
        [28.6, 28.4],
      ],
      5.4,
    ),
    WHITE,
  ],
  [
    stroke(
      [
        [25, 24.5],
        [28.6, 28.4],
      ],
      3.2,
    ),
    GREEN,
  ],
  [disc(20.5, 20, 7.2), GREEN],
  [disc(20.5, 20, 4.9), WHITE],
  [
    stroke(
      [
        [18, 20.2],
        [19.9, 22],
        [23, 18.2],
      ],
      1.7,
    ),
    GREEN,
  ],
];
const wipe = [
  [disc(22.5, 22.5, 9), WHITE],
  [disc(22.5, 22.5, 7.8), AMBER],
  ...[18.9, 26.1].map((left) => [
    stroke(
      [
        [left, 18.9],
        [45 - left, 26.1],
      ],
      2.3,
    ),
    WHITE,
  ]),
];
const ICONS = {
  icon: [...sheet, ...lines, ...tick],
  fill: [...sheet, ...lines, ...cross],
  check: [...sheet, ...lines, ...lens],
  unmark: [...sheet, ...lines, ...wipe],
};

/** Red, green, blue, alpha (0–255) of one pixel. */
function pixel(shapes, px, py, scale) {
  const sum = [0, 0, 0, 0];
  for (let s = 0; s < SAMPLES * SAMPLES; s++) {
    const x = (px + ((s % SAMPLES) + 0.5) / SAMPLES) * scale;
    const y = (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) * scale;
    const top = shapes.findLast(([inside]) => inside(x, y));
    if (!top) continue;
    sum[3] += 1;
    for (let c = 0; c < 3; c++) sum[c] += top[1][c];
  }
  const covered = sum[3] || 1;
  return [...sum.slice(0, 3).map((c) => Math.round(c / covered)), Math.round((sum[3] * 255) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function png(shapes, size) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    rows.push(0); // filter: none
    for (let x = 0; x < size; x++) rows.push(...pixel(shapes, x, y, BOARD / size));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, colour with alpha
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of [16, 32, 64, 80, 128]) {
    if (name !== 'icon' && ![16, 32, 80].includes(size)) continue;
    writeFileSync(path.join(__dirname, `${name}-${size}.png`), png(shapes, size));
  }
}
