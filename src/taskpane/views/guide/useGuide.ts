import { useCallback, useEffect, useState } from 'react';
import { useSurroundings } from '../../state/context';
import { blocksOf, type Block } from './markdown';

/** Where the build puts the guide and its pictures, beside the page. */
const FOLDER = 'guide/';

/** Address of a file of the guide; each version of the product has its own. */
export function guideFile(file: string, version: string): string {
  return `${FOLDER}${file}?v=${encodeURIComponent(version)}`;
}

interface Guide {
  /** `null` while it is fetched, and where that failed. */
  readonly blocks: readonly Block[] | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Fetches the guide from where the pane itself came from. */
export function useGuide(): Guide {
  const { version } = useSurroundings();
  const [blocks, setBlocks] = useState<readonly Block[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    try {
      const answer = await fetch(guideFile('guide.md', version));
      if (!answer.ok) throw new Error(`guide: ${answer.status}`);
      setBlocks(blocksOf(await answer.text()));
    } catch {
      setFailed(true);
    }
  }, [version]);
  useEffect(() => void load(), [load]);
  const retry = () => {
    setFailed(false);
    void load();
  };
  return { blocks, failed, retry };
}
