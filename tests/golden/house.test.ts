import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { ClassificationScheme, PlainTableScheme, Scheme, TableScheme } from '../../src/model';
import { tableSchemeById, tableSchemeIds } from '../../src/schemes';

const root = path.resolve(__dirname, '../..');
const engineRooms = ['scoring', 'checks', 'workbook', 'app', 'cycle'].map((room) =>
  path.join(root, 'src', room),
);

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
}

/** The texts of a source file: string literals, template pieces and property names, but not comments or types. */
function literals(file: string): { text: string; line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ text: node.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function schemes(): Scheme[] {
  const folder = path.join(root, 'src', 'schemes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Scheme);
}

/** Names that mean the regulation wherever they stand in a text. */
function names(scheme: Scheme): string[] {
  return [
    ...scheme.posts.flatMap((post) => [post.name, ...post.synonyms]),
    ...scheme.indicators.flatMap((indicator) => [indicator.id, indicator.title, ...indicator.aliases]),
    ...scheme.sheets.flatMap((sheet) => [sheet.name, sheet.title]),
    scheme.title,
    scheme.number,
  ].filter((name) => name.length > 1);
}

/** The same of a classification; a word for a code counts where it has three characters or more (商场 is no secret). */
function classNames({
  title,
  number,
  sheet,
  result,
  counts,
  codes,
  compare,
}: ClassificationScheme): string[] {
  const words = codes.flatMap(({ values }) => values.flatMap(({ name, synonyms }) => [name, ...synonyms]));
  const sheets = [sheet, result, counts].flatMap((each) => [each.name, each.title]);
  return [title, number, compare.feeds, ...sheets, ...words.filter((word) => word.length > 2)];
}

/** The same of a scheme over a table. */
function tableNames(scheme: TableScheme): string[] {
  return scheme.kind === 'classification' ? classNames(scheme) : plainNames(scheme);
}

function plainNames(scheme: PlainTableScheme): string[] {
  const more =
    scheme.kind === 'composite' ? [scheme.weights] : scheme.kind === 'survey' ? [scheme.levels] : [];
  const sheets = [scheme.sheet, scheme.result, ...more.map(({ sheet }) => sheet)];
  const words = scheme.kind === 'minimums' ? scheme.rules : scheme.kind === 'tally' ? scheme.categories : [];
  return [
    scheme.id,
    scheme.title,
    scheme.number,
    ...sheets.flatMap(({ name, title }) => [name, title]),
    ...words.map(({ name }) => name).filter((name) => name.length > 2),
  ];
}

/** Column headers are ordinary words too (姓名): only a text that is nothing else names the column. */
function headers(scheme: Scheme): string[] {
  return scheme.fields.flatMap((field) => [field.name, ...field.synonyms]).filter((name) => name.length > 1);
}

/** The product's own words, as every regulation uses them: its sheet of rules, and what grades are called. */
const ownWords = new Set(['评分标准', '等次']);

describe('the engine rooms know no regulation', () => {
  const known = schemes();
  const tables = tableSchemeIds.map((id) => tableSchemeById(id)!);
  const anywhere = [...new Set([...known.flatMap(names), ...tables.flatMap(tableNames)])];
  const alone = new Set([
    ...known.flatMap(headers),
    ...tables.flatMap(({ fields }) => fields.flatMap(({ name, synonyms }) => [name, ...synonyms])),
    ...known.flatMap(({ posts }) => posts.map(({ id }) => id)),
  ]);
  const files = engineRooms.flatMap(filesUnder);

  test.each(files.map((file) => [path.relative(root, file), file]))('%s', (_name, file) => {
    const faults = literals(file).flatMap(({ text, line }) =>
      [
        ...anywhere.filter((name) => text.includes(name)),
        ...(alone.has(text.trim()) && !ownWords.has(text.trim()) ? [text.trim()] : []),
      ].map((name) => `line ${line}: "${name}" belongs to the scheme`),
    );
    expect(faults).toEqual([]);
  });
});

/** Files that are or would be committed; of an unpacked archive without git, nothing can be said. */
function committed(): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    return list.split('\n').filter((name) => name !== '' && existsSync(path.join(root, name)));
  } catch {
    return [];
  }
}

describe('the repository names no machine', () => {
  test('no absolute path of somebody’s machine', () => {
    const machinePath = /(?<![\w.:/*>)-])\/(?:home|root|Users|work|mnt)\/[\w.]|[A-Z]:\\+Users\\+\w/;
    const faults = committed()
      .filter((name) => /\.(?:ts|tsx|js|cjs|mjs|json|md|html|css|xml|ya?ml|sh)$|^\.|^\.ci\//.test(name))
      .flatMap((name) =>
        readFileSync(path.join(root, name), 'utf8')
          .split('\n')
          .flatMap((line, index) => (machinePath.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : [])),
      );
    expect(faults.filter((fault) => !fault.startsWith('tests/golden/house.test.ts'))).toEqual([]);
  });

  test('no registry in package-lock.json', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
    const faults = Object.entries(lock.packages).filter(
      ([, entry]) => entry.resolved !== undefined && !entry.link,
    );
    expect(faults.map(([name]) => name)).toEqual([]);
  });
});
