import type { Evaluation } from '../../app/evaluation';
import { periodTitle } from '../../model';
import { compareCycles } from '../compare/compareCycles';
import { comparisonSheet, comparisonText } from '../compare/texts';
import { HostError } from '../../workbook/host';
import type { ChosenFile, FileWork, Made } from '../files';
import { schemeOfBook } from '../scheme';
import { scoredText } from '../scoredText';
import { makeArchive } from './make';
import type { Manifest } from './manifest';
import { openArchive, type OpenedArchive } from './open';

/** Archives a workbook. Throws HostError, MemoryError, AnswersError, RulingError. */
export async function archived(files: FileWork, workbook: ChosenFile, now: Date): Promise<Made> {
  const snapshot = files.readWorkbook(workbook.bytes, workbook.name);
  const {
    files: parts,
    manifest,
    evaluation,
  } = await makeArchive({ ...workbook, snapshot }, schemeOfBook(snapshot), {}, now);
  if (evaluation.scores.persons.length === 0) {
    return { bytes: null, text: nothingToArchive(workbook.name, evaluation), isClean: false };
  }
  const text = `${scoredText(evaluation)}归档校验码 ${manifest.code.slice(0, 16)}。`;
  return { bytes: files.zip(parts), text, isClean: evaluation.counts.error === 0 };
}

/** Says whether an archive is still what was archived. Throws HostError where the file is no archive. */
export async function verified(files: FileWork, archive: ChosenFile): Promise<Made> {
  const { manifest, problems } = await opened(files, archive);
  const said = problems.length === 0 ? ['与归档时一致,重新计算的结果也一致。'] : problems;
  const text = [archiveText(archive, manifest), ...said].join('\n');
  return { bytes: null, text, isClean: problems.length === 0 };
}

/** An archive that was opened, and that is one. */
type Archive = OpenedArchive & { readonly manifest: Manifest };

async function opened(files: FileWork, { bytes, name }: ChosenFile): Promise<Archive> {
  const archive = await openArchive(files.unzip(bytes, name), files.readWorkbook);
  const { manifest } = archive;
  if (manifest) return { ...archive, manifest };
  const message = `“${name}”不是“归档并保存”做的归档,或者已经损坏。请选择做归档时保存的那个 .zip 文件。`;
  throw new HostError('unsupported', message);
}

/** Says which workbook was archived, so that nobody takes one archive for another. */
function archiveText({ name }: ChosenFile, { workbook, period, time }: Manifest): string {
  const half = period === null ? '半年未定' : periodTitle(period);
  return `“${name}”是工作簿“${workbook.name}”的归档(${half},归档于 ${time.slice(0, 10)})。`;
}

/** Why a workbook without anybody in it is not archived: it is hardly the one that was meant. */
function nothingToArchive(name: string, { issues }: Evaluation): string {
  const first = issues.find(({ severity }) => severity === 'error');
  return `“${name}”里没有可以计分的人,没有归档。${first?.message ?? ''}请核对选的是不是这个半年的工作簿。`;
}

/** Compares two archives, the earlier half-year first. Throws HostError where one of the files is no archive. */
export async function compared(files: FileWork, before: ChosenFile, after: ChosenFile): Promise<Made> {
  const both = [
    { file: before, ...(await opened(files, before)) },
    { file: after, ...(await opened(files, after)) },
  ];
  const problems = both.flatMap(({ file, problems: own }) =>
    own.map((problem) => `“${file.name}”:${problem}`),
  );
  const [one, other] = inOrder(both[0]!, both[1]!);
  if (!one.evaluation || !other.evaluation) return { bytes: null, text: problems.join('\n'), isClean: false };
  const comparison = compareCycles(one.evaluation, other.evaluation);
  const text = [...problems, comparisonText(comparison)].join('\n');
  return {
    bytes: files.newWorkbook([comparisonSheet(comparison, other.evaluation.scheme)]),
    text,
    isClean: problems.length === 0,
  };
}

/** The earlier half-year first, in whatever order the files were chosen. */
function inOrder(first: Archive, second: Archive): [Archive, Archive] {
  const isLater = (first.manifest.period ?? '') > (second.manifest.period ?? '');
  return isLater ? [second, first] : [first, second];
}
