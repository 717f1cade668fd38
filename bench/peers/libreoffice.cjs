// LibreOffice beside the engine, where the machine has it: it is a program of the system and not installed by this script.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { utils, write } = require('@e965/xlsx');
const { folder } = require('./install.cjs');
const { details, SCORE, summary } = require('./staff.cjs');

/** A recalculation beyond this counts as not finished. */
const PATIENCE_MS = 600_000;

/** Recalculations of a small workbook take 10 ms or 20, now this, now that: their median needs many. */
const roundsOf = (rows) => (rows < 10_000 ? 41 : 5);

/** Loads the document, calculates every formula anew so often, writes the milliseconds of each and one result. */
const MACRO = `Sub Measure(source As String, target As String, rounds As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim document, began, round, out
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  document.calculateAll()
  out = FreeFile
  Open target For Output As #out
  For round = 1 To rounds
    began = GetSystemTicks()
    document.calculateAll()
    Print #out, CStr(GetSystemTicks() - began)
  Next round
  Print #out, CStr(document.Sheets.getByName("S").getCellByPosition(${SCORE}, 0).Value)
  Close #out
  document.close(True)
End Sub`;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** A user profile of its own that holds the macro, so that nobody's own settings are touched. */
function profile() {
  const at = path.join(folder, 'libreoffice');
  const library = path.join(at, 'user', 'basic', 'Standard');
  fs.mkdirSync(library, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const names = 'xmlns:script="http://openoffice.org/2000/script"';
  const lib = 'xmlns:library="http://openoffice.org/2000/library"';
  const entry = `<library:element library:name="Bench"/>`;
  fs.writeFileSync(
    path.join(library, 'Bench.xba'),
    `${head}<script:module ${names} script:name="Bench" script:language="StarBasic">${escaped(MACRO)}</script:module>`,
  );
  fs.writeFileSync(
    path.join(library, 'script.xlb'),
    `${head}<library:library ${lib} library:name="Standard" library:readonly="false" library:passwordprotected="false">${entry}</library:library>`,
  );
  fs.writeFileSync(
    path.join(at, 'user', 'basic', 'script.xlc'),
    `${head}<library:libraries ${lib} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
  return at;
}

function workbook(rows) {
  const sheet = (lines) =>
    utils.aoa_to_sheet(
      lines.map((line) =>
        line.map((value) =>
          typeof value === 'string' && value.startsWith('=') ? { t: 'n', v: 0, f: value.slice(1) } : value,
        ),
      ),
    );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet(details(rows)), 'D');
  utils.book_append_sheet(book, sheet(summary(rows, (totals, who) => `AVERAGEIFS(${totals},${who})`)), 'S');
  const file = path.join(folder, `staff-${rows}.xlsx`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return file;
}

/** Median milliseconds of a recalculation of the staff's formulas over `rows` households, or why there are none. */
function libreoffice(rows) {
  if (spawnSync('soffice', ['--version']).status !== 0)
    return { rows, missing: '这台机器没有 LibreOffice,没有对照' };
  // A profile that is new is set up by the first start, which leaves the macro aside.
  const lines = recalculated(rows) ?? recalculated(rows);
  if (lines === null) return { rows, missing: 'LibreOffice 没有算完' };
  const each = lines.slice(0, -1).sort((one, other) => one - other);
  return { rows, ms: each[Math.floor(each.length / 2)] };
}

/** Milliseconds of each recalculation and one result, `null` where they did not come to their end. */
function recalculated(rows) {
  const out = path.join(folder, `libreoffice-${rows}.txt`);
  fs.rmSync(out, { force: true });
  const url = (file) => pathToFileURL(file).href;
  const rounds = roundsOf(rows);
  const macro = `macro:///Standard.Bench.Measure("${url(workbook(rows))}","${url(out)}",${rounds})`;
  spawnSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=${url(profile())}`, macro], {
    stdio: ['ignore', 2, 2],
    timeout: PATIENCE_MS,
  });
  const lines = fs.existsSync(out) ? fs.readFileSync(out, 'utf8').trim().split(/\s+/).map(Number) : [];
  return lines.length === rounds + 1 && lines[rounds] > 0 ? lines : null;
}

module.exports = { libreoffice };
